from django.apps import AppConfig


class People(AppConfig):
    name = "junto.people"
    label = "people"
