"""The sample company moves in, as if it had always been there, and can be taken out again."""

from collections.abc import Iterator
from html import unescape
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from junto.digest.models import Edition
from junto.digest.reading import lines_of
from junto.help.models import Need, NeedEnd, NeedJoin, NeedOffer, Note, Outcome, SharedNote
from junto.interop.calendars.entries import entries_of
from junto.kit.clock import now
from junto.kit.models import FactRecord, Work
from junto.kit.work.worker import work_off
from junto.notify.models import InboxItem
from junto.people.models import Person
from junto.portability.sample import is_here, load_sample, take_sample_out, texts
from junto.portability.sample.helping import Helping
from junto.portability.sample.working_hours import ZONE
from junto.posts.models import Acceptance, Closure, Helped, Mention, Post, Thread, ThreadLink
from junto.search.models import Document
from junto.spaces.models import Membership, Space

COUNTS = ("post_count", "answer_count", "helped_count", "last_post_id", "last_activity_at")


@pytest.fixture(scope="module")
def loaded_for(django_db_setup, django_db_blocker) -> Iterator[Person]:
    """The owner the sample was loaded for: once for all tests here, because it takes seconds. It had moved in before there was one."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample()
        owner = Person.objects.join(name="Olga Petrova", email="olga@example.org", is_owner=True)
        load_sample(by=owner)
        while work_off():
            continue
        yield owner
        transaction.set_rollback(True)


@pytest.fixture
def owner(loaded_for: Person, db: None) -> Person:
    return loaded_for


def everything() -> dict[str, int]:
    rooms = ("people", "spaces", "posts", "topics", "kit", "notify", "help")
    return {model._meta.label: model.objects.count() for room in rooms for model in apps.get_app_config(room).get_models()}


def written_posts() -> list[dict]:
    return [post for thread in texts.threads() for post in thread.get("post", [])]


@pytest.mark.usefixtures("owner")
def test_everything_that_is_written_is_there():
    written, posts = texts.threads(), written_posts()
    assert Space.objects.count() == 8
    assert Thread.objects.count() == len(written)
    assert Post.objects.count() == len(written) + len(posts)
    assert Acceptance.objects.count() == sum(post.get("accepted", False) for post in posts)
    assert Helped.objects.count() == sum(len(post.get("helped", [])) for post in posts)
    assert Closure.objects.count() == sum("closed" in thread for thread in written)
    assert ThreadLink.objects.filter(kind="duplicate").count() == sum("duplicate_of" in thread for thread in written)
    assert Mention.objects.count() == sum(len(texts.NAMED.findall(said["body"])) for said in [*written, *posts])


@pytest.mark.usefixtures("owner")
def test_stored_counts_are_those_of_the_posts():
    before = list(Thread.objects.order_by("pk").values(*COUNTS))
    for thread in Thread.objects.all():
        thread.recount()
    assert list(Thread.objects.order_by("pk").values(*COUNTS)) == before


@pytest.mark.usefixtures("owner")
def test_it_was_written_in_working_hours_and_never_in_the_future():
    moments = [moment.astimezone(ZONE) for moment in Post.objects.values_list("written_at", flat=True)]
    assert max(moments) <= now()
    assert all(moment.weekday() < 5 and 7 <= moment.hour < 18 for moment in moments)


@pytest.mark.usefixtures("owner")
def test_posts_of_a_thread_stand_in_the_order_of_their_times():
    for thread in Thread.objects.all():
        moments = list(thread.posts.order_by("pk").values_list("written_at", flat=True))
        assert moments == sorted(moments)


@pytest.mark.usefixtures("owner")
def test_a_named_person_is_mentioned():
    asked = Thread.objects.get(title__startswith="Do single-cell hopper scales need an earth strap")
    assert [mention.person.name for mention in Mention.objects.filter(post__thread=asked)] == ["Ewa Krzemińska"]


@pytest.mark.usefixtures("owner")
def test_nobody_is_told_of_anything():
    assert InboxItem.objects.count() == 0
    told = FactRecord.objects.filter(kind__in=["PostWritten", "PersonMentioned", "PostHelped", "AnswerAccepted"])
    assert not Work.objects.filter(fact__in=told, listener="notify.inbox.tell").exists()


@pytest.mark.usefixtures("owner")
def test_how_people_help_each_other_besides_is_there_and_was_never_in_the_future():
    written = texts.helping()
    assert SharedNote.objects.count() == Note.objects.count() == len(written["note"])
    assert Need.objects.count() == len(written["need"])
    assert NeedOffer.objects.count() == sum(len(need.get("offer", [])) for need in written["need"])
    assert set(Outcome.objects.values_list("says", flat=True)) == {"worked"}
    for model in (Note, SharedNote, Need, NeedJoin, NeedOffer, NeedEnd, Outcome):
        moments = [moment.astimezone(ZONE) for moment in model.objects.values_list("at", flat=True)]
        assert moments
        assert max(moments) <= now()
        assert all(moment.weekday() < 5 and 7 <= moment.hour < 18 for moment in moments), model
    for outcome in Outcome.objects.select_related("thread"):
        assert Acceptance.objects.filter(thread=outcome.thread, at__lt=outcome.at).exists()


def test_a_first_visitor_sees_it_on_pages(owner, client):
    client.force_login(owner)
    shown = {
        "/spaces/on-site-and-on-the-phone/": "everybody has one in the till",
        "/help/needs/": "to read a verification certificate line by line",
        "/help/needs/?show=learned": "souder du fil de 0,1 mm",
        "/search/?words=certificate": "to read a verification certificate line by line",
        "/help/spaces/on-site-and-on-the-phone/waiting/": "Do single-cell hopper scales need an earth strap",
        "/topics/verification/": "Benedikt Aschenbrenner",
    }
    for path, words in shown.items():
        assert words in unescape(client.get(path).content.decode()).replace("<mark>", "").replace("</mark>", ""), path
    thread = Thread.objects.get(title__startswith="Caller in Galway")
    assert "It worked" in client.get(thread.get_absolute_url()).content.decode()


@pytest.mark.usefixtures("owner")
def test_nobody_can_sign_in_as_somebody_of_it(client):
    somebody = Person.objects.get(name="Mira Stojanović")
    assert not somebody.has_usable_password()
    assert not client.login(username=somebody.email, password="")


def test_who_asked_for_it_joins_the_open_spaces_and_no_other(owner):
    mine = Space.objects.of(owner)
    assert mine.count() == 6
    assert set(mine.values_list("joining", flat=True)) == {"open"}
    assert not Thread.objects.visible_to(owner).filter(space__visibility="hidden").exists()


def test_home_has_something_new_for_them(owner):
    part = Membership.objects.get(person=owner, space__name="Kontor and terminals")
    assert Thread.objects.filter(space=part.space, last_activity_at__gt=part.looked_at).exists()


def test_two_dates_and_an_edition_are_there_to_be_looked_at(owner, client, mailoutbox):
    client.force_login(owner)
    assert [entry.name.partition("-")[0] for entry in entries_of(owner)] == ["invitation", "invitation"]
    edition = Edition.objects.of(owner).with_something().get()
    assert 1 <= edition.things.count() <= 5
    page = client.get("/digest/").content.decode()
    assert all(line.title in unescape(page) for line in lines_of(edition))
    assert not Work.objects.filter(listener="digest.letter.send_letter").exists()
    assert mailoutbox == []


def test_loading_it_twice_changes_nothing(owner):
    before = everything()
    load_sample(by=owner)
    assert everything() == before


def test_loading_goes_on_where_it_was_interrupted(owner):
    before = everything()
    Thread.objects.filter(title__startswith="Weighbridge reads 40").delete()
    load_sample(by=owner)
    after = everything()
    assert [after[f"posts.{noun}"] for noun in ("Thread", "Post", "ThreadLink", "Helped")] == [
        before[f"posts.{noun}"] for noun in ("Thread", "Post", "ThreadLink", "Helped")
    ]


def test_a_renamed_space_is_known_again(owner):
    Space.objects.get(name="Weighing right").change(by=owner, name="Metrology")
    load_sample(by=owner)
    assert Space.objects.count() == 8


def test_it_is_taken_out_and_leaves_what_was_there_before(owner, ada, repairs):
    take_sample_out(by=owner)
    assert not is_here()
    assert list(Space.objects.all()) == [repairs]
    assert Thread.objects.count() == Post.objects.count() == 0
    assert Note.objects.count() == SharedNote.objects.count() == Need.objects.count() == Outcome.objects.count() == 0
    work_off()
    assert not Document.objects.filter(subject="need").exists()
    assert owner in Person.objects.all()
    assert ada in Person.objects.all()


@pytest.mark.usefixtures("owner")
def test_an_owner_who_comes_later_joins_the_open_spaces(ada):
    ada.make_owner()
    work_off()
    assert Space.objects.of(ada).count() == 6


@pytest.mark.usefixtures("owner")
def test_the_command_leaves_a_sample_that_is_there_alone():
    before = everything()
    call_command("demo")
    assert everything() == before


@pytest.mark.usefixtures("owner")
def test_a_space_was_last_alive_when_somebody_last_wrote_there():
    for space in Space.objects.all():
        assert space.last_activity_at == Post.objects.filter(thread__space=space).latest("written_at").written_at


def test_the_threads_are_read_once_however_many_outcomes_are_told(db, monkeypatch):
    told, read = {"thread": "pump", "after_hours": 1}, []
    monkeypatch.setattr(texts, "helping", lambda: {"note": [], "need": [], "outcome": [told, told, told]})
    monkeypatch.setattr(texts, "threads", lambda: read.append("once") or [{"key": "pump", "days_ago": 3}])
    Helping(SimpleNamespace(threads={"pump": SimpleNamespace(author=None)})).all_of_it()
    assert read == ["once"]
