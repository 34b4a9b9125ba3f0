from django.apps import AppConfig


class Spaces(AppConfig):
    name = "junto.spaces"
    label = "spaces"
