"""Somebody who did everything one can do here, and the search for what is left of them."""

import contextlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client

from junto.digest.models import Edition, Rhythm, Thing
from junto.help.hallway.sharing import share
from junto.help.models import Capacity, Consent, Doubt, Need, Note, Outcome, Request, Verification
from junto.help.models.shared_note import Shape, Wish
from junto.interop.chat.destination import Destination
from junto.interop.models import ChatAddress, ChatDoor, ChatLink, PersonalAddress, Webhook
from junto.kit.clock import now
from junto.kit.files.arriving import add_piece
from junto.kit.files.taking_in import begin
from junto.kit.files.tests.given import picture, sent
from junto.kit.models import Work
from junto.kit.work import later
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.models import AddressTrouble, Renewal, Stop
from junto.notify.calling import gather
from junto.notify.models import Call, CallMade, ClosedWay, Level, Preferences, Sending
from junto.operating.models import SetAside
from junto.pages.models import PutAway
from junto.people.blocking import block
from junto.people.models import Follow, Identity, Look, LookKind, Person
from junto.portability.models import Brought
from junto.posts.models import CardRemoval, CardsPaused, Draft, Outdated, ReadPosition, Reuse, Thread, ThreadLink
from junto.posts.models.card import Card
from junto.posts.models.linked_page import LinkedPage
from junto.push.models import Device
from junto.push.models.device import Way
from junto.spaces.models import Invitation, JoinRequest, Membership, Space
from junto.topics.models import Topic
from tests.access.passkey import PASSKEY
from tests.village import PASSWORD

NAME, ADDRESS = "Vera Unmistakable", "vera.unmistakable@example.org"
WORDS = (NAME, ADDRESS, "Unmistakable", "unmistakable")


@pytest.fixture
def vera(db: None) -> Person:
    """Somebody whose number is found nowhere by chance."""
    return Person.objects.create(id=770_077, name=NAME, email=ADDRESS, is_active=True, password="x")


@pytest.fixture
def life(vera, ada, ben, olga, repairs, attic, bench, question, answer, work_done) -> Person:
    """Vera did everything one can do here."""
    vera.set_password(PASSWORD)
    vera.save()
    vera.take_address(ADDRESS)
    vera.change_profile(name=NAME, what_i_do="Everything", place="Here", languages=["en"])
    vera.can_be_asked_about(["Pumps"])
    for space in (repairs, attic):
        space.add(vera)
    Membership.objects.get(space=repairs, person=vera).take_role("mentor", by=ada)
    JoinRequest.objects.ask(bench, by=vera, message=f"Let me in, says {NAME}")
    Invitation.objects.by_link(by=vera, space=repairs, email="guest@example.org")
    Invitation.objects.by_link(by=ada, space=repairs, email=ADDRESS)
    Invitation.objects.to_person(vera, space=bench, by=ada)
    Follow.wishes.begin(vera, ada)
    Follow.wishes.begin(ada, vera)
    block(vera, ben)
    _writes(vera, ada, ben, repairs, question, answer)
    client = Client()
    client.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    client.get("/people/me/")
    work_done()
    return vera


def _writes(vera, ada, ben, repairs, question, answer):
    alone = Thread.objects.open(repairs, by=vera, title="Only I wrote here", source="Alone one.")
    alone.reply(by=vera, source="Still alone two.")
    asked = Thread.objects.open(repairs, by=vera, title="Vera asks and others answer", source="Opening three.")
    asked.reply(by=ben, source="Ben keeps his words.").accept(by=vera)
    mine = question.reply(by=vera, source="Answer four.")
    mine.edit(by=vera, source="Answer four, edited.")
    mine.accept(by=ada)
    question.reply(by=ada, source="Ada's comment beneath.", parent=mine)
    question.reply(by=vera, source="Answer five.")
    question.reply(by=vera, source="Comment six.", parent=answer)
    naming = question.reply(by=ada, source=f"Thanks @[{NAME}](person:{vera.pk}), that was it.")
    naming.edit(by=ada, source=f"Thank you @[{NAME}](person:{vera.pk}), that was it.")
    Draft.objects.keep(ada, "thread-1", {"text": f"Dear @[{NAME}](person:{vera.pk})"})
    Draft.objects.keep(vera, "thread-1", {"text": "Secret seven."})
    answer.help(vera)
    mine.help(ada)
    question.close(by=ada)
    asked.close(by=vera, because="Solved, says I")
    Outcome.objects.say(asked, by=vera, says="worked", words="It turned eight times.")
    Verification.objects.verify(mine, by=vera)
    Outdated.objects.mark(answer, by=vera, because="Changed since nine.")
    Doubt.objects.ask(naming, by=vera, words="Does ten still hold?")
    Reuse.objects.say(answer, by=vera)
    question.delete_softly(by=ada)
    question.restore(by=ada)


@pytest.fixture
def whole_life(life, ada, ben, olga, repairs, question, answer, tmp_path, settings, work_done) -> Person:
    """And in every room left a word that stands nowhere else."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    life.change_profile(name=NAME, what_i_do=mark("work"), place=mark("place"), department=mark("department"), pronouns=mark("pronouns"))
    Identity.objects.create(person=life, provider="work", issuer="https://id.example.org", sub=mark("sub"))
    Brought.objects.create(source="old.example.org", kind="person", key="4711", number=life.pk)
    Look.objects.note(LookKind.LINK, by=olga, people=[life.pk], why=mark("looked"))
    Look.objects.note(LookKind.ACCOUNT, by=life, people=[ada.pk], why=mark("looking"))
    Draft.objects.keep(life, "ask", {"title": mark("draft"), "text": mark("drafted")})
    thread = Thread.objects.open(repairs, by=life, title=mark("title"), source=mark("opening"))
    thread.reply(by=life, source=mark("reply")).edit(by=life, source=mark("edited"))
    thread.reply(by=life, source=mark("sent"), mark=str(uuid4()))
    thread.reply(by=ben, source="Ben stays.")
    ThreadLink.objects.create(thread=thread, other=question, kind="related", by=life)
    thread.reply(by=life, source=mark("deleted")).delete_softly(by=life)
    ReadPosition.objects.reach(question, life, question.posts.first().pk)
    thread.close(by=life, because=mark("because"))
    Space.objects.start(by=life, name="Woodwork", purpose="A space outlives whoever started it.")
    dead = Work.objects.create(
        listener="gone", arguments={"person_id": life.pk}, run_at=thread.opened_at, is_dead=True, error=mark("error")
    )
    SetAside.objects.create(work=dead, by=life)
    page = LinkedPage.objects.create(space=repairs, address="https://example.org/")
    CardRemoval.objects.create(card=Card.objects.create(post=answer, page=page, nth=0), by=life)
    CardsPaused.objects.create(by=life)
    in_other_tools(life, repairs)
    is_helped(life, ada, repairs, question)
    is_reached(life, ada)
    Renewal.objects.renew(life)
    AddressTrouble.objects.fail(life, "450 4.2.2")
    Stop.objects.begin(life, "digest")
    take_in(f"From: {ADDRESS}\nSubject: {mark('mailed')}\n\n{mark('mail')}".encode(), Envelope(ADDRESS, ["junto@example.org"]))
    Edition.objects.begin_all(date(2026, 11, 16), {life.pk: [Thing(kind="answered", why="belongs", thread=question, post=answer)]})
    Rhythm.objects.choose(life, weekday=2, hour=9)
    in_a_browser(life, question)
    way = Way(f"https://push.example.org/{mark('endpoint')}", "", "")
    Device.objects.listen(life, UserSession.objects.filter(user=life).latest("pk"), way, name=mark("device"), service="push.example.org")
    Authenticator.objects.create(user=life, type="webauthn", data=PASSKEY | {"name": mark("passkey")})
    work_done()
    return life


def is_helped(life: Person, ada: Person, repairs: Space, question: Thread) -> None:
    """Talked in the hallway, would like to learn something, and is asked what they may know."""
    in_the_hallway(life, ada, repairs)
    is_asked(life, question)


def is_asked(life: Person, question: Thread) -> None:
    """A question was put to her, she said how often she wants that, and about what she does not."""
    Request.objects.create(thread=question, person=life)
    Capacity.objects.choose(life, a_week=2, paused_until=None)
    Consent.objects.say(life, Topic.objects.called(["gaskets"])[0], "never")


def in_other_tools(life: Person, space: Space) -> None:
    """Has a space tell others, is reached in a chat, and asks from one."""
    to = Destination("https://hooks.example.com/1")
    Webhook.objects.set_up(space, by=life, name="The office", form="slack", to=to, kinds=[])
    ChatAddress.objects.set_up(life, form="slack", to=to)
    door = ChatDoor.objects.open(space, by=life, product="slack")
    ChatLink.objects.begin(door, "T1", mark("account"), person=life)
    PersonalAddress.objects.make(by=life, kind="feed", subject=f"search:{mark('searched')}")


def in_the_hallway(life: Person, ada: Person, space: Space) -> None:
    """Notes what helped, is the one who helped, and says on the board what they want and can."""
    share(Note.objects.take(by=life, title=mark("noted"), text=mark("hint"), topics=[], named=mark("henrik")), Wish(Shape.NOTE, space))
    theirs = Note.objects.take(by=ada, title="Who knows?", text="She did.", topics=[], partner=life)
    share(theirs, Wish(Shape.NOTE, space))
    Need.objects.say(by=life, title=mark("need"), text="", space=None, topics=[]).finish("fulfilled", by=life)
    need = Need.objects.say(by=ada, title="to whistle", text="", space=space, topics=[])
    need.join(life)
    need.offer(by=life, kind="show", words=mark("offer"))
    theirs.first_look.agree(by=life, title="Who knows?", text=mark("mended"), is_named=True)


def is_reached(life: Person, ada: Person) -> None:
    """Says how they want to be reached, is called, and is somebody others are called of."""
    Preferences.objects.of(life).choose(a_day=3)
    Level.objects.choose(life, Level.Kind.MUTED, whom=ada)
    Level.objects.choose(ada, Level.Kind.MUTED, whom=life)
    ClosedWay.objects.close(life, "mail")
    PutAway.objects.put_away(by=life)
    sending = Sending.objects.create(person=life, means="mail")
    for person, by in ((life, ada), (ada, life)):
        item = person.inbox.first()
        Call.objects.create(person=person, item=item, means="mail", when="once", due_at=now(), fact_id=1, by=by, sending=sending)
        CallMade.objects.create(person=person, means="mail", concern="answers", line=item.pk)
        later(gather, person=person.pk, means="mail")


def in_a_browser(life: Person, question: Thread) -> None:
    """Signs in, gives a picture, and begins to send another; writes with a file, and begins to write with one."""
    client = Client(HTTP_USER_AGENT=mark("browser"))
    client.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    client.post("/people/me/picture/", {"picture": sent(picture(), mark("file.jpg")), "focus": "middle"})
    for text in (mark("carrying"), " "):
        client.post(f"/threads/{question.pk}/posts/", {"text": text, "files": sent(mark("content").encode(), mark("notes.txt"))})
    words = mark("upload").encode()
    add_piece(begin(f"{len(words)}-1", len(words), by=life.pk), 0, words)


def mark(what: str) -> str:
    """A word of theirs that stands in one place only."""
    return f"unmistakable-{what}"


def leave(vera: Person, work_done: Any, texts: str, client: Client | None = None) -> None:
    """They leave through their own page (in that browser, when the password alone lets them in no more), and the worker does its part."""
    if client is None:
        client = Client()
        client.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    answer = client.post("/people/me/erasure/", {"texts": texts})
    assert answer.url == "/people/gone/"
    assert client.get("/people/me/").status_code == 302
    work_done()
    assert not Work.objects.exists()


def everything_kept() -> Iterator[tuple[str, str]]:
    """Every value of every row of every table, those of the search index too, as text. Pages of the index itself are not read."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from ((f"{table}.{column}", _text(value)) for column, value in zip(columns, row, strict=True))


def _text(value: Any) -> str:
    if isinstance(value, str) and value[:1] in "{[":
        with contextlib.suppress(ValueError):
            value = json.loads(value)
    return "" if isinstance(value, bytes | memoryview) else str(value)


def traces(number: int) -> set[str]:
    """Columns in which the name, the address or the number still stands."""
    return {column for column, text in everything_kept() if str(number) in text or any(word in text for word in WORDS)}
