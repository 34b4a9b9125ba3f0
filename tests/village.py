"""The people every test knows, and the places they meet. Fixtures build only what a test asks for.

olga    owner of the instance            ada     asks, member of Repairs
cleo    hosts Repairs                    ben     answers, member of Repairs
mina    mentor in Repairs                dana    member of Roasting, not of Repairs
eve     belongs to no space              dora    was in Repairs, her account is deactivated
bob     member of Repairs, blocked by ada

repairs   open, everybody may read       bench    listed: members read; ada, ben and cleo (host) belong
roasting  open, everybody may read       attic    hidden, by invitation; cleo (host) and ada belong
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from junto.kit.work.worker import work_off
from junto.people.models import Block, Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space
from tests.server import remember_proof

PASSWORD = "a lamp in the window"


def person(name: str, **profile: Any) -> Person:
    """Somebody of the village who can sign in."""
    return Person.objects.join(name=name, email=f"{name.split()[0].lower()}@example.org", password=PASSWORD, **profile)


@pytest.fixture
def olga(db: None) -> Person:
    return person("Olga Petrova", is_owner=True)


@pytest.fixture
def ada(db: None) -> Person:
    return person("Ada Okafor", what_i_do="Service planner", place="Lisbon")


@pytest.fixture
def ben(db: None) -> Person:
    return person("Ben Yılmaz", what_i_do="Field technician", place="Ghent")


@pytest.fixture
def cleo(db: None) -> Person:
    return person("Cleo Marchetti", what_i_do="Workshop lead")


@pytest.fixture
def mina(db: None, repairs: Space) -> Person:
    somebody = person("Mina Sato")
    repairs.add(somebody, role="mentor")
    return somebody


@pytest.fixture
def dana(db: None, roasting: Space) -> Person:
    somebody = person("Dana Roth")
    roasting.add(somebody)
    return somebody


@pytest.fixture
def eve(db: None) -> Person:
    return person("Eve Lindholm")


@pytest.fixture
def bob(db: None, repairs: Space, ada: Person) -> Person:
    somebody = person("Bob Nkemelu")
    repairs.add(somebody)
    Block.objects.create(person=ada, blocked=somebody)
    return somebody


@pytest.fixture
def dora(db: None, repairs: Space, olga: Person) -> Person:
    somebody = person("Dora Weiss")
    repairs.add(somebody)
    somebody.deactivate(by=olga)
    return somebody


@pytest.fixture
def repairs(cleo: Person, ada: Person, ben: Person) -> Space:
    space = Space.objects.start(
        by=cleo, name="Repairs", purpose="So that nobody opens the same machine twice for nothing.", topics=["pumps"]
    )
    space.add(ada)
    space.add(ben)
    return space


@pytest.fixture
def roasting(db: None) -> Space:
    host = person("Rui Teixeira")
    return Space.objects.start(by=host, name="Roasting", purpose="So that a batch tastes the same in March as in October.")


@pytest.fixture
def bench(cleo: Person, ada: Person, ben: Person) -> Space:
    space = Space.objects.start(
        by=cleo, name="Bench notes", purpose="Half-finished thoughts, among ourselves.", visibility="listed", joining="request"
    )
    space.add(ada)
    space.add(ben)
    return space


@pytest.fixture
def attic(cleo: Person, ada: Person) -> Space:
    space = Space.objects.start(
        by=cleo, name="Attic", purpose="New leads, in confidence.", visibility="hidden", joining="invitation", kind="circle"
    )
    space.add(ada)
    return space


@pytest.fixture
def question(repairs: Space, ada: Person) -> Thread:
    """Ada's question in Repairs, without an answer."""
    return Thread.objects.open(
        repairs,
        by=ada,
        title="Pump loses pressure overnight",
        source="It stands at 2 bar in the evening and at 0.4 in the morning. **No leak** to be seen.",
        topics=["pumps"],
    )


@pytest.fixture
def answer(question: Thread, ben: Person) -> Post:
    """Ben's answer to it."""
    return question.reply(by=ben, source="Look at the check valve: a grain of sand keeps it open. Rinse it with warm water.")


@pytest.fixture
def discussion(repairs: Space, cleo: Person) -> Thread:
    return Thread.objects.open(
        repairs, by=cleo, kind="discussion", title="What do we throw away too early?", source="I will begin: gaskets."
    )


@pytest.fixture
def secret(attic: Space, ada: Person) -> Thread:
    """Ada's question in the hidden space."""
    return Thread.objects.open(
        attic, by=ada, title="How do I say no to my former team?", source="The zebra sentence only members may read."
    )


@pytest.fixture
def signed_in(db: None) -> Callable[[Person], Client]:
    """A browser in which that person is signed in."""

    def browser(somebody: Person) -> Client:
        client = Client()
        client.force_login(somebody, backend="junto.people.signing_in.Backend")
        remember_proof(client)
        return client

    return browser


@pytest.fixture
def work_done() -> Callable[[], int]:
    """Lets everything that follows from what happened happen now."""
    return work_off


@pytest.fixture
def another_key(settings: Any) -> Callable[[], None]:
    """The operator changes the secret key; the former one counts a while longer."""

    def change() -> None:
        settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another secret key of this house"

    return change
