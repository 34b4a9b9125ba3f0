"""The stream tells nobody that something happens where they may not look, from the first moment and from the moment they left."""

import re

import pytest

from junto.kit.models import StreamEvent
from junto.people.models import Person
from junto.posts.models import Thread
from tests.access.secret import Secret, keep_secret
from tests.server import session_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def secret(repairs, cleo, ada) -> Secret:
    return keep_secret(host=cleo, asker=ada)


@pytest.fixture
def listen(house):
    """Opens a stream for somebody, who asks for everything there is about the secret and for what is theirs."""
    opened = []

    def to(somebody: Person, secret: Secret, after: int | None = None) -> "Ear":
        topics = f"thread:{secret.thread.pk},space:{secret.space.pk},known-space:{secret.space.pk},inbox:{somebody.pk}"
        connection = house.connect()
        opened.append(connection)
        resume = "" if after is None else f"&after={after}"
        head = f"GET /stream?topics={topics}{resume} HTTP/1.1\r\nHost: localhost\r\nCookie: junto={session_of(somebody)}\r\n\r\n"
        connection.sendall(head.encode())
        return Ear(connection)

    yield to
    for connection in opened:
        connection.close()


class Ear:
    """One open stream."""

    def __init__(self, connection) -> None:
        self.connection, self.said = connection, ""
        self.until("retry:")

    def until(self, words: str) -> None:
        """Reads on until these words have come, or the stream ends."""
        while words not in self.said:
            more = self.connection.recv(65_536)
            assert more, f"the stream ended after {self.said!r}"
            self.said += more.decode()

    @property
    def heard(self) -> list[str]:
        return self.heard_after(0)

    def heard_after(self, seq: int) -> list[str]:
        """What was told by events that came later than this one."""
        return [topic for number, topic in re.findall(r'id: (\d+)\nevent: fact\ndata: {"topic": "([^"]+)"', self.said) if int(number) > seq]


def tell(somebody: Person, by: Person, question: Thread) -> None:
    """Something happens that this person hears of for certain."""
    question.reply(by=by, source=f"@[You](person:{somebody.pk}) see?")


def test_outsiders_hear_only_what_is_theirs(listen, secret, question, ada, ben, olga, dana):
    ears = {somebody: listen(somebody, secret) for somebody in (ben, olga, dana)}
    member = listen(ada, secret)
    secret.thread.reply(by=ada, source="The zebra again.")
    member.until(f"thread:{secret.thread.pk}")
    for somebody, ear in ears.items():
        tell(somebody, ada, question)
        ear.until(f"inbox:{somebody.pk}")
        assert ear.heard == [f"inbox:{somebody.pk}"]


def test_what_was_missed_is_told_only_to_those_who_may_hear_it(listen, secret, question, work_done, ada, ben):
    first = StreamEvent.objects.order_by("seq").values_list("seq", flat=True).first() or 1
    secret.thread.reply(by=ada, source="The zebra again.")
    tell(ben, ada, question)
    ear = listen(ben, secret, after=first - 1)
    ear.until(f"inbox:{ben.pk}")
    assert set(ear.heard) == {f"inbox:{ben.pk}"}


def test_whoever_leaves_hears_nothing_from_then_on(listen, secret, question, work_done, ada, ben):
    secret.space.add(ben)
    ear = listen(ben, secret)
    secret.thread.reply(by=ada, source="The zebra again.")
    ear.until(f"thread:{secret.thread.pk}")
    work_done()
    left = StreamEvent.objects.latest("seq").seq
    secret.space.membership_of(ben).end(by=ben)
    secret.thread.reply(by=ada, source="Is he gone?")
    tell(ben, ada, question)
    ear.until(f"inbox:{ben.pk}")
    assert [topic for topic in ear.heard_after(left) if topic.startswith("thread")] == []


def test_strangers_and_people_whose_account_ended_get_no_stream_at_all(house, dora, question):
    assert house.get(f"/stream?topics=thread:{question.pk}").status == 401
    assert house.get(f"/stream?topics=thread:{question.pk}", as_=dora).status == 401
