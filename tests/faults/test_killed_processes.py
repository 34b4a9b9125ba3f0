"""Writers and workers are killed in the middle of what they do: every fact is kept once, every effect happens once, nothing is missing."""

import os
import subprocess
import sys
import threading
from collections import Counter

import pytest
from django.conf import settings
from django.db import connection

from junto.kit.clock import now
from junto.kit.models import FactRecord, StreamEvent, Work
from junto.kit.stream.hub import events_after
from junto.kit.work.worker import work_off
from junto.notify.models import InboxItem
from junto.posts.models import Post
from junto.search.models import Document
from tests.elsewhere import HOUSE
from tests.faults.crowd import KILLS, POSTS

pytestmark = pytest.mark.django_db(transaction=True)


class Follower(threading.Thread):
    """Reads the stream as the server does, from the last number it saw, while it is being written."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.heard: list[int] = []
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.wait(0.01):
            self.read()
        connection.close()

    def end(self) -> None:
        """Reads no more."""
        self.stop.set()
        self.join()

    def read(self) -> None:
        """Takes what is new."""
        self.heard += [event.seq for event in events_after(self.heard[-1] if self.heard else 0)]


@pytest.fixture
def follower(transactional_db):
    """Somebody whose page is open the whole time."""
    follower = Follower()
    follower.start()
    yield follower
    follower.end()


def crowd(thread, *people) -> int:
    """Lets everybody write and work at once; says how many were killed."""
    name = str(connection.settings_dict["NAME"])
    surroundings = {"TEST_DATABASE": name, "JUNTO_DATA": str(settings.DATA), "DJANGO_SETTINGS_MODULE": "tests.faults.same_database"}
    command = [sys.executable, "-m", "tests.faults.crowd", str(thread.pk), *(str(person.pk) for person in people)]
    done = subprocess.run(command, cwd=HOUSE, env={**os.environ, **surroundings}, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def finish() -> None:
    """What is left is done; what two workers got into each other's way with is due again later, and that later is now."""
    while Work.objects.filter(is_dead=False, fact__isnull=False).exists():
        Work.objects.filter(fact__isnull=False).update(run_at=now(), lease_until=None)
        work_off()


@pytest.mark.dear
def test_everything_happens_once_however_many_are_killed(follower, question, ada, ben, cleo, mina):
    writers = (ada, ben, cleo, mina)
    assert crowd(question, *writers) >= KILLS
    finish()
    follower.end()
    follower.read()
    answers = Post.objects.filter(thread=question, kind=Post.Kind.ANSWER)
    assert Counter(answers.values_list("author__name", flat=True)) == {person.name: POSTS for person in writers}
    assert_every_effect_happened_once(question, writers, set(answers.values_list("pk", flat=True)))
    assert follower.heard == list(StreamEvent.objects.order_by("seq").values_list("seq", flat=True))


def assert_every_effect_happened_once(question, writers, answers) -> None:
    """Each answer has its fact, was told to the open pages and to each watcher, and was found, once."""
    facts = {fact.data["post_id"]: fact for fact in FactRecord.objects.filter(kind="PostWritten")}
    assert (set(facts), FactRecord.objects.filter(kind="PostWritten").count()) == (answers, len(answers))
    told = Counter(StreamEvent.objects.filter(fact__kind="PostWritten").values_list("fact_id", "topic"))
    assert set(told.values()) == {1}
    assert {fact for fact, topic in told if topic == f"thread:{question.pk}"} == {fact.pk for fact in facts.values()}
    asker = writers[0].pk
    assert {fact for fact, topic in told if topic == f"inbox:{asker}"} == {fact.pk for fact in facts.values() if fact.by_id != asker}
    assert InboxItem.objects.filter(person=asker, notice="answer").count() == 1
    assert set(Document.objects.filter(subject="post").values_list("number", flat=True)) >= answers
    question.refresh_from_db()
    assert (question.answer_count, question.post_count) == (len(answers), len(answers) + 1)
    assert not Work.objects.filter(is_dead=True).exists()
