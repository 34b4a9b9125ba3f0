from django.apps import AppConfig
from django.conf import settings


class Floor(AppConfig):
    name = "benchmarks._floor"
    label = "floor"

    def ready(self) -> None:
        """Leaves two middlewares, working as Django brings them. allauth looks for its own while starting, so the others go only now."""
        from django.contrib.auth.backends import ModelBackend  # can be imported only once all apps are there

        from junto.people.signing_in import Backend

        setattr(Backend, "get_user", ModelBackend.get_user)  # noqa: B010 – the checker of types lets nobody assign to a method
        settings.MIDDLEWARE = [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ]
