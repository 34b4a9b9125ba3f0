from django.apps import AppConfig


class Search(AppConfig):
    name = "junto.search"
    label = "search"
