from django.apps import AppConfig


class Design(AppConfig):
    name = "junto.design"
    label = "design"
