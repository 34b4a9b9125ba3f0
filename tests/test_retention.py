"""Whatever says until when it is kept is gone by then: a row is made, the clock moves on, the timetable runs."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import translation

from junto.config.wiring import TIMETABLE
from junto.digest.models import Edition
from junto.help.models import CheckBack, Consent, Note, Request
from junto.kit.clock import now
from junto.kit.facts.fact import KINDS
from junto.kit.files.taking_in import begin
from junto.kit.models import FactRecord, LastRun, StreamEvent, Work
from junto.kit.privacy import Kept
from junto.kit.privacy.numbers import naming_people
from junto.kit.work import timetable
from junto.kit.work.worker import work_off
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.models import IncomingMail
from junto.notify.models import Call, CallMade, InboxActor, InboxItem, Sending
from junto.operating.dead_work import set_aside
from junto.operating.models import SetAside
from junto.people.models import Look, LookKind
from junto.posts.models import Attachment, Deletion, Post, ReadPosition, Sent, Thread
from junto.spaces.models import Invitation
from junto.topics.models import Topic
from tests.village import PASSWORD

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
TIMED = [kept for kept in Kept.every() if kept.forgotten_by]


def a_look(scene):
    Look.objects.note(LookKind.LINK, by=scene["olga"], people=[scene["ada"].pk])
    return Look.objects.all()


def a_line_seen(scene):
    work_off()
    InboxItem.objects.get(person=scene["ada"]).settle()
    return InboxItem.objects.filter(person=scene["ada"])


def an_actor(scene):
    a_line_seen(scene)
    return InboxActor.objects.filter(person=scene["ben"])


def a_call(scene):
    line = a_line_seen(scene).get()
    Call.objects.create(person=scene["ada"], item=line, means="mail", when="friday", fact_id=line.last_fact_id, by=scene["ben"])
    return Call.objects.all()


def a_call_made(scene):
    CallMade.objects.create(person=scene["ada"], means="mail", concern="replies", was_looked_at=False)
    return CallMade.objects.all()


def a_sending(scene):
    Sending.objects.create(person=scene["ada"], means="mail", is_sent=True)
    return Sending.objects.all()


def a_browser_signed_in(scene):
    Client().post("/account/login/", {"login": scene["ada"].email, "password": PASSWORD})
    return Session.objects.all()


def a_place(scene):
    a_browser_signed_in(scene)
    return UserSession.objects.all()


def an_event(scene):
    work_off()
    return StreamEvent.objects.all()


def dead_work(scene):
    work_off()
    Work.objects.create(listener="gone", run_at=now(), is_dead=True, error="Ada Okafor said")
    return Work.objects.filter(listener="gone")


def work_set_aside(scene):
    work = dead_work(scene)
    set_aside(work, by=scene["olga"], at=now())
    return SetAside.objects.all()


def an_upload(scene):
    begin("400-1", 400, by=scene["ada"].pk)
    return Kept.named("uploads").model.objects.all()


def an_unsent_file(scene):
    Attachment.objects.create(by=scene["ada"], draft="ask", name="pump.png")
    return Attachment.objects.all()


def a_deletion(scene):
    scene["answer"].delete_softly(by=scene["ben"])
    return Deletion.objects.all()


def a_deleted_post(scene):
    a_deletion(scene)
    return Post.objects.filter(pk=scene["answer"].pk)


def a_deleted_thread(scene):
    thread = scene["answer"].thread
    thread.delete_softly(by=scene["ada"])
    return Thread.objects.filter(pk=thread.pk)


def a_mark(scene):
    scene["answer"].thread.reply(by=scene["ada"], source="It was the valve.", mark=str(uuid4()))
    return Sent.objects.all()


def an_invitation(scene):
    Invitation.objects.by_link(by=scene["ada"], email="never.came@example.org", days=1)
    return Invitation.objects.all()


def a_fact(scene):
    scene["ada"].change_profile(place="Porto")
    work_off()
    return FactRecord.objects.filter(kind="ProfileChanged", data__person_id=scene["ada"].pk)


def a_mail(scene):
    take_in(b"From: ada@example.org\n\nIt hums.", Envelope("ada@example.org", ["junto@example.org"]))
    work_off()
    return IncomingMail.objects.all()


def a_deleted_note(scene):
    Note.objects.take(by=scene["ada"], title="How?", text="So.", topics=[]).delete_softly()
    return Note.objects.all()


def an_edition(scene):
    (edition,) = Edition.objects.begin_all(now().date(), {scene["ada"].pk: []})
    return Edition.objects.filter(pk=edition.pk)


def a_request(scene):
    Request.objects.create(thread=scene["answer"].thread, person=scene["ben"])
    return Request.objects.all()


def a_not_now(scene):
    Consent.objects.say(scene["ben"], Topic.objects.get(slug="pumps"), "not_now")
    return Consent.objects.all()


AGEING = {
    "help_requests": (a_request, 14 * A_DAY),
    "help_consents": (a_not_now, 90 * A_DAY),
    "facts": (a_fact, 30 * A_DAY),
    "stream": (an_event, A_DAY),
    "work": (dead_work, 90 * A_DAY),
    "set_aside": (work_set_aside, 30 * A_DAY),
    "uploads": (an_upload, A_DAY),
    "attachments": (an_unsent_file, 7 * A_DAY),
    "looks": (a_look, 365 * A_DAY),
    "looks_of_mine": (a_look, 365 * A_DAY),
    "sign_ins": (a_place, 30 * A_DAY),
    "sessions": (a_browser_signed_in, 30 * A_DAY),
    "invitations": (an_invitation, 181 * A_DAY),
    "sent": (a_mark, 60 * A_DAY),
    "threads": (a_deleted_thread, 30 * A_DAY),
    "posts": (a_deleted_post, 30 * A_DAY),
    "deletions": (a_deletion, 30 * A_DAY),
    "inbox": (a_line_seen, 180 * A_DAY),
    "editions": (an_edition, 365 * A_DAY),
    "inbox_actor": (an_actor, 180 * A_DAY),
    "calls": (a_call, 30 * A_DAY),
    "calls_by": (a_call, 30 * A_DAY),
    "sendings": (a_sending, 30 * A_DAY),
    "calls_made": (a_call_made, 49 * A_DAY),
    "incoming_mails": (a_mail, 30 * A_DAY),
    "hallway_notes": (a_deleted_note, A_DAY),
}


@pytest.fixture
def scene(olga, ada, ben, answer, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    CheckBack.objects.choose(answer.thread, None)  # nobody is asked later on, so nothing is told while time passes
    return {"olga": olga, "ada": ada, "ben": ben, "answer": answer}


@pytest.fixture
def a_night(time_machine, monkeypatch):
    """Lets the day after a moment pass, with everything the timetable has for it."""

    def pass_by(moment):
        time_machine.move_to(moment)
        monkeypatch.setattr(timetable, "_looked", None)
        timetable.catch_up()
        time_machine.move_to(moment + A_DAY + AN_HOUR)
        work_off()

    return pass_by


@pytest.mark.parametrize("kept", TIMED, ids=lambda kept: kept.name)
def test_what_says_a_time_is_there_before_and_gone_after(scene, a_night, kept):
    make, lasts = AGEING[kept.name]
    began = now()
    rows = make(scene)
    assert rows.exists()
    if lasts > 2 * A_DAY:
        a_night(began + lasts - A_DAY - 2 * AN_HOUR)
        assert rows.all().exists(), "too early"
    a_night(began + lasts)
    assert not rows.all().exists()


def test_a_line_that_was_read_in_its_place_goes_as_well(scene, a_night, ada, answer):
    work_off()
    ReadPosition.objects.reach(answer.thread, ada, answer.pk)
    a_night(now() + 178 * A_DAY)
    assert InboxItem.objects.filter(person=ada, seen_at=None).exists()
    a_night(now() + 2 * A_DAY)
    assert not InboxItem.objects.filter(person=ada).exists()


def test_whoever_says_a_time_names_what_keeps_it_and_the_timetable_runs_it():
    with translation.override("en"):
        timed = {kept.name for kept in Kept.every() if re.search(r"\d|\b(day|month|year)", str(kept.until))}
    assert timed - {kept.name for kept in TIMED} == set()
    assert {kept.forgotten_by for kept in TIMED} - set(TIMETABLE) == set()
    assert set(AGEING) == {kept.name for kept in TIMED}


def test_people_are_cut_off_facts_of_every_kind_when_its_time_is_over(a_night, ada):
    work_off()
    timed = {name: kind.kept_days for name, kind in KINDS.items() if kind.kept_days and ".tests." not in kind.__module__}
    began = now()
    for name, days in timed.items():
        data = dict.fromkeys(naming_people().get(name, ()), ada.pk)
        for at in (began - timedelta(days=days), began - timedelta(days=days - 3)):
            FactRecord.objects.create(kind=name, data=data, by_id=ada.pk, at=at)
    a_night(began)
    for name in timed:
        old, young = FactRecord.objects.filter(kind=name, at__lt=began).order_by("at")
        assert (old.by_id, set(old.data.values()) - {None}) == (None, set()), name
        assert (young.by_id, set(young.data.values()) - {ada.pk}) == (ada.pk, set()), name


def test_it_can_be_seen_when_each_last_ran(a_night, db):
    before = now()
    a_night(before)
    ran = dict(LastRun.objects.values_list("listener", "at"))
    assert {kept.forgotten_by.name for kept in TIMED} - set(ran) == set()
    assert min(ran.values()) > before
