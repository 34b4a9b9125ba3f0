"""Whoever helped says "please don't share", or says nothing: nobody but the two ever learns that there was anything.

Every page of others reads as if the note had never been written; so do the search index, the suggestions, the stream, the inboxes and
what others take along of their own data.
"""

import logging
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from time_machine import travel

from junto.help.hallway.ending import end_first_looks
from junto.help.models import FirstLook, Note
from junto.kit.clock import now
from junto.kit.models import StreamEvent
from junto.kit.work.worker import work_off
from junto.notify.models import InboxItem
from junto.search.models import Document
from tests.access.secret import MARKS, looking

WORDS = ("giraffe", "clubhouse")
LOOKED_AT = (
    *(
        "/",
        "/inbox/",
        "/spaces/repairs/",
        "/spaces/repairs/threads/",
        "/topics/pumps/",
        "/topics/zebra-okapi/",
        "/topics/suggestions/?q=ze",
    ),
    *("/help/hallway/", "/help/hallway/of/repairs/", "/help/hallway/like/?title=zebra+fear", "/search/?words=zebra", "/people/me/file/"),
    *("/search/finds/?words=zebra+fear", "/search/similar/?title=zebra+fear", "/command/?words=zebra"),
)
SAID = {
    **{"title": "Why does the zebra fear the giraffe?", "text": "Ask in the clubhouse.", "topics": "zebra okapi"},
    **{"who": "Ben Yılmaz", "space": "repairs"},
}
STEPS = st.lists(st.sampled_from(["no", "look", "think again", "edit", "try to share", "delete", "restore", "work"]), max_size=6)


@pytest.fixture(autouse=True)
def quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.fixture
def noted(signed_in, ada, ben, repairs):
    """Ada notes what Ben helped with, for Repairs."""
    signed_in(ada).post("/help/hallway/new/", SAID)
    work_off()
    return Note.objects.get()


def seen_by(client):
    """What stands at every address but the person's own file, and the words of that."""
    look = looking(client)
    return {address: MARKS.sub("", look(address)) for address in LOOKED_AT}


def test_after_a_no_everything_others_see_is_as_before(signed_in, ada, ben, cleo, question, answer, work_done):
    def as_it_is():
        work_done()
        seen = {address: text for address, text in seen_by(signed_in(cleo)).items() if address != "/people/me/file/"}
        events = StreamEvent.objects.exclude(topic=f"inbox:{ben.pk}")
        return seen, InboxItem.objects.count(), Document.objects.count(), events.count()

    as_it_is()
    before = as_it_is()
    signed_in(ada).post("/help/hallway/new/", SAID)
    work_done()
    signed_in(ben).post(FirstLook.objects.get().get_absolute_url(), {"_method": "DELETE"})
    assert as_it_is() == before


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, hours=st.sampled_from([0, 47, 49, 200]))
def test_whatever_the_two_do_short_of_a_yes_nobody_else_learns_of_it(noted, signed_in, ada, ben, cleo, steps, hours):
    """In any order of presses, with any time between, as long as nobody says yes."""
    note, look = Note.objects.get(pk=noted.pk), FirstLook.objects.get()
    at, first = note.get_absolute_url(), look.get_absolute_url()
    presses = {
        "no": lambda: signed_in(ben).post(first, {"_method": "DELETE"}),
        "look": lambda: signed_in(ben).get(first),
        "think again": lambda: signed_in(ben).post(first, {"_method": "PUT"}),
        "edit": lambda: signed_in(ada).post(at, {"title": note.title, "text": note.text, "who": ""}),
        "try to share": lambda: signed_in(ada).post(f"{at}sharing/", {"shape": "question", "space": "repairs"}),
        "delete": lambda: signed_in(ada).post(f"{at}deletion/"),
        "restore": lambda: signed_in(ada).post(f"{at}deletion/", {"_method": "DELETE"}),
        "work": work_off,
    }
    with travel(now() + timedelta(hours=hours)), transaction.atomic():
        for step in steps:
            presses[step]()
        end_first_looks()
        work_off()
        said = " ".join(seen_by(signed_in(cleo)).values()).lower()
        assert [word for word in WORDS if word in said] == []
        assert not InboxItem.objects.exclude(person=ben).filter(subject=look.address).exists()
        assert hours < 48 or not InboxItem.objects.filter(subject=look.address).exists()
        assert hours < 48 or FirstLook.objects.get().answer == ""
        transaction.set_rollback(True)
