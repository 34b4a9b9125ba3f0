"""What the rows of the table are about: three spaces with the same things in each, and what stands elsewhere."""

import io
import zlib
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import signing

from junto.help.models import FirstLook, Need, Note, Request
from junto.help.models.shared_note import Shape, Wish, Words, publish
from junto.interop.chat.asking.asking import LINKING
from junto.interop.chat.destination import Destination
from junto.interop.models import ChatAddress, ChatDoor, ChatLink, Delivery, PersonalAddress, Webhook
from junto.kit.clock import now
from junto.kit.files.store import store
from junto.kit.files.taking_in import begin
from junto.kit.models import File, Work
from junto.mail.models import IncomingMail, Original
from junto.mail.out.mailing import Calls
from junto.mail.out.stopping import stop_path
from junto.notify.models import InboxItem
from junto.notify.switch_address import switch_path
from junto.people.emergency import emergency_path
from junto.people.letters import SALT
from junto.people.models import OwnerLink, Person
from junto.people.sign_in_links import sign_in_path
from junto.people.signing_up import sign_up_path
from junto.posts.models import Attachment, Card, LinkedPage, Post, Thread
from junto.posts.models.attachment import USE
from junto.push.models import Device
from junto.push.models.device import Way
from junto.spaces import inviting
from junto.spaces.models import Invitation, JoinRequest, Space
from tests.access.passkey import PASSKEY
from tests.access.table import PEOPLE
from tests.server import session_of

A_MAIL = b"""Subject: Which pump hums?
Content-Type: multipart/mixed; boundary=edge

--edge

The blue one?
--edge
Content-Type: image/png; name=pump.png

it
--edge--
"""
NAMES = ("ada", "ben", "dana", "mina", "cleo", "olga", "dora", "bob")


@pytest.fixture
def cast(ada, ben, dana, mina, cleo, olga, dora, bob, eve) -> dict[str, Person]:
    """The people of the columns by the names of the columns, and eve, who is only talked about."""
    return {"stranger": None, **dict(zip(PEOPLE[1:], (ada, ben, dana, mina, cleo, olga, dora, bob), strict=True)), "eve": eve}


@pytest.fixture
def scene(cast, repairs, bench, attic, work_done, settings, tmp_path) -> dict[str, dict[str, Any]]:
    """For each of the three spaces, what stands at the places of an address."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.WEBHOOKS, settings.JUNTO_URL = True, "https://junto.example.org"
    elsewhere = things_elsewhere(cast) | whoever(cast)
    for space in (repairs, bench, attic):
        everybody_belongs(space, cast)
    scene = {space.slug.partition("-")[0]: things_in(space, cast) | elsewhere for space in (repairs, bench, attic)}
    scene["repairs"] |= hallway(cast, repairs)
    scene["repairs"] |= {"link_by_ada": link(cast["author"], repairs)[1]} | chat_of(cast["author"], repairs)
    work_done()
    line = InboxItem.objects.filter(person=cast["author"]).first()
    token = switch_path(line, "mail").rstrip("/").rpartition("/")[2]
    return {place: things | {"line": line.pk, "switch": token} for place, things in scene.items()}


def whoever(cast: dict[str, Person]) -> dict[str, Any]:
    """The number of each person, by the first word of their name."""
    return {somebody.name.split()[0].lower(): somebody.pk for somebody in cast.values() if somebody}


def everybody_belongs(space: Space, cast: dict[str, Person]) -> None:
    """Those who belong to one of the three spaces belong to all."""
    for column, role in {"author": "member", "member": "member", "mentor": "mentor", "gone": "member", "blocked": "member"}.items():
        space.add(cast[column], role=role)


def things_in(space: Space, cast: dict[str, Person]) -> dict[str, Any]:
    """What ada wrote there, and who waits at its door."""
    ada, ben = cast["author"], cast["member"]
    thread = Thread.objects.open(space, by=ada, title=f"Noise in {space.name}", source="It hums.", topics=["pumps"])
    solved = thread.reply(by=ben, source=f"Is it loud?\n\n    {'la ' * 50}")  # wider than a phone
    solved.accept(by=ada)
    alone = Thread.objects.open(space, by=ada, title=f"Nobody answered in {space.name}", source="Yet.")
    things = {"thread": thread, "alone": alone, "solved": solved, "post": thread.reply(by=ada, source="It was the bearing.")}
    asked = JoinRequest.objects.ask(space, by=cast["eve"], message="I repair as well.")
    standing, _ = link(cast["host"], space)
    card = card_of(things["post"])
    things |= {"card": card, "asked": question_for(ben, space, by=ada)}
    numbers = {name: thing.pk for name, thing in (things | deleted_things(thread, ada) | {"request": asked, "standing": standing}).items()}
    numbers |= mails_of(ada, space, things["post"])
    numbers |= need_of(ada, space, ben)
    numbers["shared_note"] = publish(note_of(ada), Wish(Shape.NOTE, space), Words("Does it hum?", "Only when it is cold.")).pk
    numbers |= other_tools(space, cast)
    faces = {"space_face": face("space-picture", space.pk, cast["host"]), "page_face": face("page-picture", card.page_id, ada)}
    faces |= files_of(things, numbers["deleted_post"], ada)
    return numbers | faces | {"space": space.slug, "space_number": space.pk, "pumps": things["thread"].topics.get().pk}


def need_of(somebody: Person, space: Space, helper: Person) -> dict[str, int]:
    """What they would like to learn, and who can show it."""
    need = Need.objects.say(by=somebody, title=f"to mend in {space.name}", text="", space=space, topics=["pumps"])
    return {"need": need.pk, "offer": need.offer(by=helper, kind="show", words="On Monday").pk}


def note_of(somebody: Person, **said: Any) -> Note:
    """Something they were told in passing."""
    return Note.objects.take(by=somebody, title="Does it hum?", text="Only when it is cold.", topics=["pumps"], **said)


def hallway(cast: dict[str, Person], space: Space) -> dict[str, int]:
    """Notes of hers, and two that ben is asked about: he said no to one of them."""
    ada, ben = cast["author"], cast["member"]
    gone, look, declined = note_of(ada), *(FirstLook.objects.begin(note_of(ada, partner=ben), Wish(Shape.NOTE, space)) for _ in range(2))
    gone.delete_softly()
    declined.decline()
    notes = {"note": note_of(ada).pk, "other_note": note_of(ada).pk, "deleted_note": gone.pk}
    return notes | {"look": look.pk, "declined": declined.pk}


def question_for(somebody: Person, space: Space, by: Person) -> Thread:
    """A question of hers that was put to somebody."""
    thread = Thread.objects.open(space, by=by, title=f"Which seal fits in {space.name}?", source="The old one is gone.", topics=["pumps"])
    Request.objects.create(thread=thread, person=somebody)
    return thread


def other_tools(space: Space, cast: dict[str, Person]) -> dict[str, int]:
    """Whom the space tells, and from where it is asked."""
    to = Destination("https://hooks.example.com/1")
    webhook = Webhook.objects.set_up(space, by=cast["host"], name="The office", form="slack", to=to, kinds=[])
    Delivery.objects.plan([webhook], "thread.closed")
    door = ChatDoor.objects.open(space, by=cast["host"], product="slack")
    door.change(secret="a secret of the chat")
    return {"webhook": webhook.pk, "delivery": webhook.deliveries.get().pk, "door": door.pk}


def chat_of(somebody: Person, space: Space) -> dict[str, Any]:
    """A place in a chat that is theirs, and an account there."""
    ChatAddress.objects.set_up(somebody, form="slack", to=Destination("https://hooks.example.com/1"))
    door = ChatDoor.objects.get(space=space)
    code = ChatLink.objects.begin(door, "T1", "U1", person=somebody)
    link = ChatLink.objects.confirm(door, "T1", "U1", code)
    told = signing.dumps([door.pk, "T1", "U2", "somebody"], salt=LINKING)
    return {"chat_link": link.pk, "chat_told": told, "door_token": door.token}


def card_of(post: Post) -> Card:
    """A card of a page that the post links to."""
    [page] = LinkedPage.objects.of(post.thread.space_id, ["https://pages.example.com/valves"])
    Card.objects.place(post, [page])
    return Card.objects.get(post=post)


def mails_of(by: Person, space: Space, post: Post) -> dict[str, int]:
    """Mails of hers: one that waits for her word, one that was posted, and one that waits for an owner."""
    begun = {"from_address": by.email, "person": by}
    asking = IncomingMail.objects.create(key=f"asking {space.pk}", state="asking", space=space, is_theirs=True, **begun)
    posted = IncomingMail.objects.create(key=f"posted {space.pk}", state="posted", thread=post.thread, post=post, is_theirs=True, **begun)
    lost = IncomingMail.objects.create(key=f"lost {space.pk}", state="waiting", reason="no_place", **begun)
    for mail in (asking, posted, lost):
        Original.objects.create(mail=mail, packed=zlib.compress(A_MAIL))
    return {"mail_of_ada": asking.pk, "posted_mail": posted.pk, "lost_mail": lost.pk}


def face(use: str, number: int, by: Person) -> str:
    """The key of a picture that hangs on something."""
    file = File.objects.create(
        key=f"{number:08x}{len(use):08x}" * 2, use=use, number=number, by_id=by.pk, state="ready", kind="image/webp", size=4
    )
    file.lengths = {"64": 2, "192": 2}
    for size in file.lengths:
        store().put(file.name_of(size), io.BytesIO(b"it"))
    file.save(update_fields=["lengths"])
    return file.key


def files_of(things: dict[str, Any], deleted_post: int, by: Person) -> dict[str, str]:
    """The keys of files that go along with what she wrote, and with what she took back."""
    posts = {"hung": things["post"].pk, "hung_deleted": deleted_post}
    rows = {name: Attachment.objects.create(post_id=post, by=by, name="pump.png", is_picture=True) for name, post in posts.items()}
    return {name: face(USE, row.pk, by) for name, row in rows.items()}


def waiting_of(by: Person) -> dict[str, Any]:
    """A file of a text that is still being written: its number, and its key."""
    row = Attachment.objects.create(by=by, draft="ask", name="pump.png", is_picture=True)
    return {"waiting": row.pk, "hung_waiting": face(USE, row.pk, by)}


def deleted_things(thread: Thread, by: Person) -> dict[str, Any]:
    """A post and a thread that whoever wrote them took back."""
    post = thread.reply(by=by, source="Never mind.")
    post.delete_softly(by=by)
    other = Thread.objects.open(thread.space, by=by, title="Forget it", source="Please.")
    other.delete_softly(by=by)
    return {"deleted_post": post, "deleted_thread": other}


def things_elsewhere(cast: dict[str, Person]) -> dict[str, Any]:
    """What stands in no space, or in one of its own."""
    eve, host = cast["eve"], cast["host"]
    leave_alone(cast)
    Person.objects.join(name="Ines Alves", email="ines@example.org", is_owner=True)
    cellar = Space.objects.start(by=host, name="Cellar", purpose="What is kept cool.", visibility="hidden", joining="invitation")
    inviting.invite_person(cast["other"], space=cellar, by=host)
    house, _ = Invitation.objects.by_link(by=cast["owner"])
    return {
        "to_dana": Invitation.objects.get(space=cellar).pk,
        "to_the_house": house.pk,
        "means": "mail",
        "concern": "replies",
        "cellar": cellar.pk,
        "unled": Space.objects.start(by=None, name="Unled", purpose="Nobody hosts it yet.").pk,
        "owner_token": OwnerLink.make(),
        "key_of_eve": sign_in_path(eve).rstrip("/").rpartition("/")[2],
        "address_of_eve": signing.dumps([eve.pk, eve.email, "eve@new.example.org"], salt=SALT),
        "emergency_of_eve": emergency_path(eve).rstrip("/").rpartition("/")[2],
        "linking_token": "nothing-waits",
        "stop_of_eve": stop_path(eve, Calls.registry[Calls.name]).rstrip("/").rpartition("/")[2],
        "sign_up_token": sign_up_path("new@example.org").rstrip("/").rpartition("/")[2],
        **addresses_of(cast["author"], cast["gone"]),
        "session": place_of(cast["author"]),
        "device": device_of(cast["author"]),
        "passkey": passkey_of(cast["author"]),
        "face": face("person-picture", cast["author"].pk, cast["author"]),
        "face_of_dora": face("person-picture", cast["gone"].pk, cast["gone"]),
        "dead": Work.objects.create(listener="notify.inbox.tell", run_at=now(), is_dead=True, tries=8).pk,
        **waiting_of(cast["author"]),
        "upload": begin("400-1", 400, by=cast["author"].pk).key,
    }


def leave_alone(cast: dict[str, Person]) -> None:
    """A hidden space whose only host's account has ended: its members may take the lead."""
    founder = Person.objects.join(name="Noor Haddad", email="noor@example.org")
    space = Space.objects.start(by=founder, name="Orphaned", purpose="Nobody leads here.", visibility="hidden", joining="invitation")
    for column in ("author", "member", "mentor", "blocked"):
        space.add(cast[column])
    founder.deactivate(by=cast["owner"])


def link(by: Person, space: Space) -> tuple[Invitation, str]:
    """An invitation for whoever holds it, with its token."""
    return Invitation.objects.by_link(by=by, space=space, uses=50)


def addresses_of(somebody: Person, gone: Person) -> dict[str, Any]:
    """The secret words of addresses, and the number of one."""
    make = PersonalAddress.objects.make
    feed, calendar = make(by=somebody, kind="feed", subject="everything"), make(by=somebody, kind="calendar", subject="dates")
    words = {"feed": feed.word, "calendar": calendar.word, "feed_of_dora": make(by=gone, kind="feed", subject="everything").word}
    return {"address": feed.pk, **words}


def place_of(somebody: Person) -> int:
    """The number of another browser in which that person is signed in."""
    from allauth.usersessions.models import UserSession

    return UserSession.objects.create(user=somebody, session_key=session_of(somebody), ip="127.0.0.1", user_agent="").pk


def device_of(somebody: Person) -> int:
    """The number of a browser that is called for that person."""
    from allauth.usersessions.models import UserSession

    session = UserSession.objects.get(pk=place_of(somebody))
    return Device.objects.listen(somebody, session, Way("https://push.example.org/1", "", ""), name="Phone", service="push.example.org").pk


def passkey_of(somebody: Person) -> int:
    """The number of that person's passkey."""
    return Authenticator.objects.create(user=somebody, type="webauthn", data=PASSKEY).pk
