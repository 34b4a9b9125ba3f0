from django.apps import AppConfig


class Notify(AppConfig):
    name = "junto.notify"
    label = "notify"
