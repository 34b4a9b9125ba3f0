from django.apps import AppConfig


class Operating(AppConfig):
    name = "junto.operating"
    label = "operating"
