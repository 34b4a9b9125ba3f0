from django.apps import AppConfig


class Posts(AppConfig):
    name = "junto.posts"
    label = "posts"
