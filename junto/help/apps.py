from django.apps import AppConfig


class Help(AppConfig):
    name = "junto.help"
    label = "help"
