from django.apps import AppConfig
from django.conf import settings


class Floor(AppConfig):
    name = "benchmarks._floor"
    label = "floor"

    def ready(self) -> None:
        """Leaves two middlewares. allauth looks for its own while starting, so the others go only now."""
        settings.MIDDLEWARE = [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ]
