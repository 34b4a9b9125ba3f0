"""Keeps the index in step with the rooms: after a fact, and as a whole."""

from collections.abc import Iterator, Sequence

from django.db import transaction

from junto.kit.facts import Fact
from junto.kit.searchable import Searchable
from junto.kit.work import later, listener, listener_of_history, outreach
from junto.search.index import index
from junto.search.models import Document, DocumentTopic, Rebuild
from junto.search.writing import write
from junto.topics.facts import TopicMerged

BATCH = 200


@listener_of_history
def refresh(facts: Sequence[Fact]) -> None:
    """Reads anew whatever these facts changed. It reads the present state, so that facts may come twice or in any order."""
    for searchable in Searchable.every():
        numbers = list(dict.fromkeys(number for fact in facts for number in searchable.touched_by(fact)))
        for at in range(0, len(numbers), BATCH):
            write(searchable, numbers[at : at + BATCH])


@listener
def follow_merge(fact: TopicMerged) -> None:
    """Whatever was about a topic that is another's name now is found under that one."""
    later(move_over, topic=fact.topic_id)


@listener
def move_over(topic: int) -> None:
    """Reads anew what the index still knows under a topic that is none any more. One batch at a time, so that nobody waits for long."""
    left = DocumentTopic.objects.filter(topic=topic)
    unders = list(left.order_by("pk").values_list("under", flat=True)[:BATCH])
    for searchable in Searchable.every():
        write(searchable, [int(number) for name, number in (under.split(":") for under in unders) if name == searchable.name])
    left.filter(under__in=unders).delete()
    if len(unders) == BATCH:
        later(move_over, topic=topic)


@outreach
def tidy(fact: Fact | None = None) -> None:
    """Words that were taken out leave the index for good. Not in one transaction with anything: it takes its own, small ones."""
    index().tidy()


def rebuild() -> Iterator[tuple[str, int]]:
    """Writes the whole index anew, from where an interrupted rebuild stopped; says after each step of which kind and how many."""
    for searchable in Searchable.every():
        yield from _rebuild(searchable)
        _sweep(searchable)
    with transaction.atomic():
        DocumentTopic.objects.bare().delete()
        Rebuild.objects.all().delete()


def _rebuild(searchable: Searchable) -> Iterator[tuple[str, int]]:
    rebuild, _ = Rebuild.objects.get_or_create(subject=searchable.name)
    while numbers := searchable.numbers(after=rebuild.upto, most=BATCH):
        with transaction.atomic():
            write(searchable, numbers, anew=True)
            rebuild.upto = numbers[-1]
            rebuild.save(update_fields=["upto"])
        yield searchable.name, len(numbers)


def _sweep(searchable: Searchable) -> None:
    """Takes out what no longer stands in its room."""
    after = 0
    documents = Document.objects.filter(subject=searchable.name)
    while numbers := searchable.numbers(after=after, most=BATCH):
        documents.filter(number__gt=after, number__lte=numbers[-1]).exclude(number__in=numbers).delete()
        after = numbers[-1]
    documents.filter(number__gt=after).delete()
