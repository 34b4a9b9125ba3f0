from django.apps import AppConfig


class Push(AppConfig):
    name = "junto.push"
    label = "push"
