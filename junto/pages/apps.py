from django.apps import AppConfig


class Pages(AppConfig):
    name = "junto.pages"
    label = "pages"
