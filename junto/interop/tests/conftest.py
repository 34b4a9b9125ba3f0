from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from junto.interop.chat.destination import Destination
from junto.interop.models import PersonalAddress, Webhook
from junto.interop.tests.receiver import Receiver, receiving
from junto.interop.webhooks.kinds import KINDS
from junto.people.models import Person

Make = Callable[..., str]


@pytest.fixture
def open_door(settings) -> Any:
    """This Junto may tell others, and has an address that links lead to."""
    settings.WEBHOOKS, settings.JUNTO_URL = True, "https://junto.example.org"
    return settings


@pytest.fixture
def receiver(open_door) -> Iterator[Receiver]:
    """Another tool inside the house, which the operator named."""
    with receiving() as made:
        open_door.WEBHOOKS_INSIDE = [made.host]
        yield made


@pytest.fixture
def hook(receiver, repairs, cleo) -> Callable[..., Webhook]:
    """Sets up a webhook of Repairs that is told everything, unless something else is said."""

    def make(**given: Any) -> Webhook:
        to = given.pop(
            "to", Destination(receiver.address, **({"key": "bot@x:1", "to": "junto", "topic": "t"} if "zulip" in str(given) else {}))
        )
        wanted = {"by": cleo, "name": "The office", "form": "junto", "kinds": list(KINDS), **given}
        return Webhook.objects.set_up(wanted.pop("space", repairs), to=to, **wanted)

    return make


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
