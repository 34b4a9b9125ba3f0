"""What `bench kills` counts is really there: it finds nothing in a whole house, and notices each loss."""

import pytest

from benchmarks import _kills_found as looking
from junto.kit.models import FactRecord, StreamEvent, Work
from junto.notify.models import InboxItem
from junto.posts.models import Post, Thread
from junto.search.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(question, ben, cleo):
    """Two people answered, and know of it."""
    for person in (ben, cleo):
        question.reply(by=person, source=f"Answer of {person.name}.")
    looking.finish()
    return [{"number": person.pk, "acknowledged": [f"Answer of {person.name}."]} for person in (ben, cleo)]


def found(told, question):
    return {**looking.answers(told), **looking.effects(question.pk), **looking.whole()}


def test_a_whole_house_has_nothing_but_noughts(told, question):
    assert set(found(told, question).values()) == {0}


HARM = {
    "lost": lambda: Post.objects.filter(kind="answer").first().delete(),
    "doubled": lambda: Post.objects.filter(kind="answer").update(source="Said twice."),
    "wrong_facts": lambda: FactRecord.objects.filter(kind="PostWritten").first().delete(),
    "wrong_counts": lambda: Thread.objects.update(answer_count=3),
    "wrong_stream": lambda: StreamEvent.objects.filter(fact__kind="PostWritten").delete(),
    "wrong_index": lambda: Document.objects.filter(subject="post").delete(),
    "wrong_notices": lambda: InboxItem.objects.filter(notice="answer").delete(),
    "dead_work": lambda: Work.objects.create(listener="x", is_dead=True, run_at="2026-01-01T00:00Z"),
}


@pytest.mark.parametrize("name", HARM)
def test_each_loss_is_noticed(told, question, name):
    HARM[name]()
    assert found(told, question)[name] > 0
