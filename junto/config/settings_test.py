"""The same house for tests: a data folder of its own, quick password hashing, mail kept in memory."""

import atexit
import os
import shutil
import tempfile

if "JUNTO_DATA" not in os.environ:
    os.environ["JUNTO_DATA"] = tempfile.mkdtemp(prefix="junto-test-")
    atexit.register(shutil.rmtree, os.environ["JUNTO_DATA"], ignore_errors=True)

from junto.config.settings import *  # noqa: E402, F403 the environment must be set before settings are read; names come from there

if DATABASES["default"]["ENGINE"] == "junto.kit.sqlite":  # noqa: F405
    # A file, as in the real house: a database in memory knows neither other threads nor the queue of writers.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF"  # noqa: F405

BACKUPS = None  # a test that makes some says where
FETCH = WEBHOOKS = False  # no test asks another machine; those about fetching have servers of their own
MEANING = "off"  # tests about it bring a model
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
