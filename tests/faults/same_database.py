"""The settings of the tests for processes beside a test, on the very database that test uses."""

import os

from junto.config.settings_test import *  # noqa: F403 a settings module hands on every name

DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]  # noqa: F405
