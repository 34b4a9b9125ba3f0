from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from junto.config import env
from junto.people.models import HouseRules, Identity, Person
from junto.people.models.house_rules import Way
from junto.people.tests.provider import CLIENT, SECRET, fresh, open_provider
from tests.village import PASSWORD


@pytest.fixture
def mail_works(settings: Any) -> None:
    """A house with mail, at an address of its own."""
    settings.MAIL_WORKS, settings.JUNTO_URL = True, "https://junto.example.org"


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
def hashing(settings: Any) -> type[Counting]:
    """Counts the password hashes that are worked out: what makes a sign-in slow."""
    settings.PASSWORD_HASHERS = ["junto.people.tests.conftest.Counting"]
    Counting.runs = 0
    return Counting


@pytest.fixture(scope="session")
def two_providers():
    providers = open_provider(), open_provider()
    yield providers
    for provider in providers:
        provider.server.shutdown()
        provider.server.server_close()


@pytest.fixture
def elsewhere(two_providers):
    return fresh(two_providers[1])


@pytest.fixture
def at_work(db, two_providers, elsewhere, settings):
    """The provider of the organisation; a second one is set up besides."""
    work = fresh(two_providers[0])
    common = {"client_id": CLIENT, "client_secret": env.Secret(SECRET), "trusts_addresses": False}
    both = {"work": work, "elsewhere": elsewhere}
    settings.SIGN_IN_PROVIDERS = [{"name": name, "label": name.capitalize(), "issuer": at.issuer, **common} for name, at in both.items()]
    return work


@pytest.fixture
def anybody(at_work, olga):
    HouseRules.change(by=olga, way=Way.OPEN, domains=[])


@pytest.fixture
def only_provider(at_work, olga):
    HouseRules.change(by=olga, way=Way.PROVIDER, domains=[])


@pytest.fixture
def linked(at_work, ada):
    return Identity.objects.create(person=ada, provider="work", issuer=at_work.issuer, sub="ada-7")
