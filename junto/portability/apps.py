from django.apps import AppConfig


class Portability(AppConfig):
    name = "junto.portability"
    label = "portability"
