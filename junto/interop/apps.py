from django.apps import AppConfig


class Interop(AppConfig):
    name = "junto.interop"
    label = "interop"
