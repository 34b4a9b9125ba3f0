import logging

import pytest

from tests.access.sending import Sender
from tests.classes.walking import Walker


@pytest.fixture
def walker(scene, cast, caplog) -> Walker:
    """Somebody who tries every door, in a house where everything of the access table stands."""
    caplog.set_level(logging.CRITICAL, "django.request")
    return Walker(Sender(scene, cast))
