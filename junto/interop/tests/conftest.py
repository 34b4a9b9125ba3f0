from collections.abc import Callable

import pytest
from django.test import Client

from junto.interop.models import PersonalAddress
from junto.people.models import Person

Make = Callable[..., str]


@pytest.fixture
def address() -> Make:
    """The path of a new address of somebody, for their feed reader or (`kind="calendar"`) their calendar."""

    def make(somebody: Person, subject: str, kind: str = "feed") -> str:
        return PersonalAddress.objects.make(by=somebody, kind=kind, subject=subject).get_absolute_url()

    return make


@pytest.fixture
def program() -> Client:
    """A feed reader or a calendar: it keeps no cookies and is nobody."""
    return Client()
