"""What shows beside the results and while somebody types: what was answered, who may know, where it may be talked about."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from junto.kit.searchable import Found
from junto.people.models import Person
from junto.search.among import Among, Narrowed
from junto.search.answered import AnsweredBefore, answered_before
from junto.search.finding import SPARE, found
from junto.search.index import Hit
from junto.search.marking import Marker
from junto.search.query import Asked
from junto.search.ranking import Sought, ranked, sought, titled
from junto.search.waiting import waiting
from junto.search.words.looked_for import tells

MOST_ANSWERED = 5
MOST_WHILE_TYPING = 3
MOST_BESIDES = 2
MOST_NAMED = 3
SHORTEST = 2
BESIDES = ("person", "space")


@dataclass(frozen=True)
class Offers:
    """A few things found for some words."""

    answered: Sequence[AnsweredBefore]
    people: Sequence[Found]
    spaces: Sequence[Found]
    marker: Marker
    waiting: Sequence[Found] = ()

    @property
    def fits(self) -> str:
        """Where one would ask it, by slugs: where what is most like it was answered, then spaces the words point to."""
        weights: dict[str, float] = defaultdict(float)
        for rank, before in enumerate(self.answered, start=1):
            weights[before.found.space.slug] += 1 / rank
        return " ".join([*sorted(weights, key=lambda slug: -weights[slug]), *(found.thing.slug for found in self.spaces)])

    def __bool__(self) -> bool:
        return bool(self.answered or self.people or self.spaces)


def offers(asked: Asked, person: Person) -> Offers:
    """The few best answered conversations, people and spaces."""
    what = _enough(asked)
    answers = answered_before(asked, person, MOST_WHILE_TYPING)
    return Offers(answers, *_besides(what, person, ranked, MOST_BESIDES), what.marker())


def for_a_question(asked: Asked, person: Person) -> Offers:
    """For a question that is being written: what was answered already, what waits for the same answer, and who may know."""
    what = _enough(asked)
    answers = answered_before(asked, person, MOST_ANSWERED)
    return Offers(answers, *_besides(what, person, ranked, MOST_BESIDES), what.marker(), waiting(asked, person))


def besides(asked: Asked, person: Person) -> Offers:
    """People and spaces that some of the words point to."""
    what = _enough(asked)
    return Offers((), *_besides(what, person, ranked, MOST_NAMED), what.marker())


def named(asked: Asked, person: Person) -> Offers:
    """People and spaces whose names hold all the words."""
    what = _enough(asked)
    return Offers((), *_besides(what, person, titled, MOST_NAMED), what.marker())


def _enough(asked: Asked) -> Sought:
    """The words sought; none while there is too little to go by, or only words that every question has."""
    what = sought(asked) if len(asked.words) >= SHORTEST else Sought(())
    return what if tells(asked.words) else Sought(())


def _besides(what: Sought, person: Person, ranking: Callable[..., list[Hit]], most: int) -> tuple[list[Found], list[Found]]:
    if not what.every:
        return [], []
    hits = ranking(replace(what, subjects=BESIDES), Among(Narrowed(BESIDES), person), 2 * (most + SPARE))
    people, spaces = (_kept([hit for hit in hits if hit.subject == subject], person)[:most] for subject in BESIDES)
    return people, spaces


def _kept(hits: Sequence[Hit], person: Person) -> list[Found]:
    kept = found(hits, person)
    return [kept[hit] for hit in hits if hit in kept]
