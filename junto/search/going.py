"""Where the command box may lead: spaces, people and conversations by name."""

from junto.kit.searchable import Found
from junto.people.models import Person
from junto.search.among import Among, Narrowed
from junto.search.finding import found
from junto.search.query import Asked
from junto.search.ranking import sought, titled

MOST = 8
SHORTEST = 2
SUBJECTS = ("space", "person", "thread")


def entries(asked: Asked, person: Person) -> list[tuple[str, Found]]:
    """Up to eight things whose names hold the words, each with its kind: spaces first, then people, then what was talked about."""
    what = sought(asked)
    if len(asked.words) < SHORTEST or not what.every:
        return []
    hits = titled(what, Among(Narrowed(SUBJECTS), person), 2 * MOST)
    kept = found(hits, person)
    best = [(hit.subject, kept[hit]) for hit in hits if hit in kept][:MOST]
    return sorted(best, key=lambda entry: SUBJECTS.index(entry[0]))
