from django.apps import AppConfig


class Mail(AppConfig):
    name = "junto.mail"
    label = "mail"
