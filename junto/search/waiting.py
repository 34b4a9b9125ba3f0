"""Questions that wait for an answer, as they show to somebody who is about to ask the same: whoever watches one hears the answer too."""

from junto.kit.searchable import Found
from junto.people.models import Person
from junto.search.among import Narrowed
from junto.search.finding import SPARE, found
from junto.search.index import Hit
from junto.search.query import Asked
from junto.search.similar import similar
from junto.search.words.looked_for import tells

MOST = 2
LIKE_ENOUGH = 0.6
"""Only what asks nearly the same: what has no answer yet helps nobody else."""


def waiting(asked: Asked, person: Person) -> list[Found]:
    """The one or two that are most like it, in a constant number of queries."""
    if not tells(asked.words):
        return []
    among = Narrowed(("thread",), states=("unanswered",))
    alike = similar(asked.words, person=person, among=among, most=MOST + SPARE, is_being_typed=asked.is_being_typed)
    hits = [Hit(each.under, "thread", each.thread) for each in alike if each.likeness >= LIKE_ENOUGH]
    kept = found(hits, person)
    return [kept[hit] for hit in hits if hit in kept][:MOST]
