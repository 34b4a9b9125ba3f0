"""The floor: the same server, the same database, Django's session and authentication middleware, and nothing of Junto."""

from junto.config.settings import *  # noqa: F403 the same house but for what is set anew here
from junto.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks._floor.apps.Floor"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
ROOT_URLCONF = "benchmarks._floor.urls"
