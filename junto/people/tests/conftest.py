from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_settings

from junto.people.models import Person
from tests.village import PASSWORD


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> Iterator[None]:
    """Limits are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def mail_works() -> Iterator[None]:
    """A house with mail, at an address of its own."""
    with override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org"):
        yield


@pytest.fixture
def signs_in() -> Callable[..., Client]:
    """A browser in which that person signed in as people do."""

    def browser(somebody: Person, password: str = PASSWORD) -> Client:
        client = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"})
        client.post("/account/login/", {"login": somebody.email, "password": password})
        return client

    return browser


class Counting(MD5PasswordHasher):
    """Hashes as tests do, and counts how often."""

    algorithm = "counting"
    runs = 0

    def encode(self, password: str, salt: str) -> str:
        Counting.runs += 1
        return super().encode(password, salt)


@pytest.fixture
def hashing() -> Iterator[type[Counting]]:
    """Counts the password hashes that are worked out: what makes a sign-in slow."""
    with override_settings(PASSWORD_HASHERS=["junto.people.tests.conftest.Counting"]):
        Counting.runs = 0
        yield Counting
