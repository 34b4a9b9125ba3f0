from django.apps import AppConfig


class Kit(AppConfig):
    name = "junto.kit"
    label = "kit"
