"""Questions of one space that were likely asked twice."""

from dataclasses import dataclass

from junto.people.models import Person
from junto.posts.models import Thread, ThreadLink
from junto.search.meaning.near import alike_among
from junto.search.models import Document
from junto.spaces.models import Space

LOOKED_AT = 600
"""So many of the newest threads of a space are compared with each other: a tenth of a second."""
MOST = 12
LIKE_ENOUGH = 0.65


@dataclass(frozen=True)
class Double:
    """Two threads: `again` asks what `first` asked before."""

    again: Thread
    first: Thread


def likely_doubles(space: Space, person: Person) -> list[Double]:
    """Up to twelve pairs, the likeliest first, without those that were said to belong together. Five queries."""
    newest = Document.objects.visible_to(person, ("thread",)).filter(space=space.pk).order_by("-at")
    by_document = dict(newest.values_list("pk", "number")[:LOOKED_AT])
    alike = [(by_document[one], by_document[other]) for one, other, nearness in alike_among(list(by_document)) if nearness >= LIKE_ENOUGH]
    known = _linked({number for pair in alike for number in pair})
    pairs = [pair for pair in alike if frozenset(pair) not in known][:MOST]
    shown = Thread.objects.visible_to(person).for_rows().in_bulk({number for pair in pairs for number in pair})
    return [_in_order(shown[one], shown[other]) for one, other in pairs if one in shown and other in shown]


def _linked(threads: set[int]) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in ThreadLink.objects.filter(thread__in=threads).values_list("thread", "other")}


def _in_order(one: Thread, other: Thread) -> Double:
    """The better one to read is the one that was solved, or answered more, or asked first."""
    first, again = sorted((one, other), key=lambda thread: (not thread.is_solved, -thread.answer_count, thread.pk))
    return Double(again, first)
