from django.apps import AppConfig


class Digest(AppConfig):
    name = "junto.digest"
    label = "digest"
