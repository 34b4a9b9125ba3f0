from django.apps import AppConfig


class Topics(AppConfig):
    name = "junto.topics"
    label = "topics"
