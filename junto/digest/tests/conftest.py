from typing import Any

import pytest


@pytest.fixture
def mail_works(settings: Any) -> None:
    """A house with mail, at an address of its own."""
    settings.MAIL_WORKS, settings.JUNTO_URL = True, "https://junto.example.org"
