"""Friday's digest: which five things somebody is given, and why. Read it from top to bottom.

A thing is a thread with the one post of it that is worth reading. `week.py` gathers what there is, the same for everybody;
`readers.py` says what is known of each reader; here one is laid beside the other. Nothing here asks the database, so the same
week and the same reader always give the same five things.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from junto.digest.lot import lot
from junto.digest.models.thing import Kind, Thing, Why
from junto.digest.readers import Reader
from junto.digest.week import Found, Week

T = TypeVar("T")

# ---------------------------------------------------------------------------------------------------------------- the weights
MOST = 5
"""Five things are read; of twenty none is."""

WORTH: dict[str, float] = {
    Kind.SOLVED: 3.0,  # somebody tried it, and it was the answer
    Kind.ASKED: 2.6,  # one reader with an answer is worth more to the house than ten who read a solution
    Kind.HELPED: 2.2,  # it was of use, maybe to one person only
    Kind.ANSWERED: 1.6,  # nobody said yet whether it holds
    Kind.OPENED: 1.2,  # a beginning: worth a look where one belongs
}
EACH_TWOFOLD_HELP = 0.3
"""Added each time the number of those it helped doubles. Counted so slowly, what is known already does not crowd out the rest."""

NEAR = {
    Why.CAN_BE_ASKED: 2.4,  # the person said so themselves
    Why.ANSWERED_ABOUT: 2.0,  # the person showed it
    Why.FOLLOWS: 1.8,  # the person chose who
    Why.BELONGS: 1.4,  # the person chose the place, not the thing
    Why.SPACE_ABOUT: 1.0,  # the nearest of what stands elsewhere
}
RARE = 0.6
"""What a thing of a space where little happens gains; it is divided by the root of how much happened there."""
FRESH = 0.4
"""What a thing gains that is younger than two days: nobody had time yet to mark it."""
LOT = 0.35
"""How much is left to a lot that falls anew for each person and week, so that not everybody is given the same five."""

WORTH_TWO_MINUTES = 1.5
"""What is below is left out; where nothing is above, there is no letter."""
MOST_ASKED = 2
"""A letter that only asks for help is a burden."""
MOST_OF_A_SPACE = 2
MOST_BY_ONE = 1
"""Fair to the others: no space and no person fills a letter."""
DRAWS = 24
"""How often the lot for the thing by chance is drawn before there is none."""


# ---------------------------------------------------------------------------------------------------------------- the choosing
@dataclass(frozen=True, slots=True)
class Choice:
    """A thing found for a reader, and why."""

    found: Found
    why: Why
    topic: int | None = None
    weight: float = 0.0


def compose(week: Week, reader: Reader) -> list[Thing]:
    """What this reader is given, best first, the thing by chance and the occasion last. Empty when nothing is worth it."""
    occasion = reader.soon[:1]
    near = sorted(_near(week, reader), key=lambda choice: -choice.weight)
    chosen = _fairly(near, MOST - len(occasion))
    chance = _by_chance(week, reader, {choice.found.thread for choice in near}) if chosen else None
    if chance:
        chosen = [*chosen[: MOST - len(occasion) - 1], chance]
    return [_thing(choice) for choice in chosen] + [Thing(kind=Kind.OCCASION, why=Why.SOON, occasion=soon.address) for soon in occasion]


def _near(week: Week, reader: Reader) -> Iterator[Choice]:
    """Everything that concerns the reader and is worth two minutes."""
    for found in _around(week, reader):
        because = _because(found, reader)
        if because and is_for(found, week, reader):
            weight = _weight(week, found, because[0], reader.person)
            if weight >= WORTH_TWO_MINUTES:
                yield Choice(found, *because, weight)


def _around(week: Week, reader: Reader) -> Iterable[Found]:
    """What stands in the reader's spaces, and elsewhere is about their topics or by those they follow; each once."""
    shelves = [week.in_space.get(space, ()) for space in reader.spaces]
    shelves += [week.about.get(topic, ()) for topic in (*reader.can_be_asked, *reader.answered_about, *reader.spaces_about)]
    shelves += [week.by.get(person, ()) for person in reader.follows]
    return {found.thread: found for shelf in shelves for found in shelf}.values()


def _because(found: Found, reader: Reader) -> tuple[Why, int | None] | None:
    """The nearest reason there is for giving this to this reader, with the topic it is about; None when there is none."""
    for why, topics in ((Why.CAN_BE_ASKED, reader.can_be_asked), (Why.ANSWERED_ABOUT, reader.answered_about)):
        for topic in found.topics:
            if topic in topics:
                return why, topic
    if found.author in reader.follows:
        return Why.FOLLOWS, None
    if found.space in reader.spaces:
        return Why.BELONGS, None
    return next(((Why.SPACE_ABOUT, topic) for topic in found.topics if topic in reader.spaces_about), None)


def is_for(found: Found, week: Week, reader: Reader) -> bool:
    """Whether the reader may be given this: they may read it, it is neither theirs nor known to them, and not shunned."""
    people = (found.author, found.asker)
    return (
        (found.space in reader.spaces or (found.space in week.open_to_all and reader.understands(found.language)))
        and reader.person not in people
        and found.thread not in reader.given
        and reader.read_to.get(found.thread, 0) < found.post
        and not reader.shuns(thread=found.thread, space=found.space, topics=found.topics, people=people)
    )


def _weight(week: Week, found: Found, why: Why, person: int) -> float:
    worth = WORTH[found.kind] + EACH_TWOFOLD_HELP * math.log2(found.helped or 1)
    worth += RARE / math.sqrt(week.how_much[found.space]) + FRESH * found.is_fresh
    return worth * NEAR[why] * (1 - LOT + LOT * lot(person, week.number, found.thread))


def _fairly(choices: Sequence[Choice], most: int) -> list[Choice]:
    """The first ones, but no more of one space, by one person, or asking for help than is fair."""
    chosen: list[Choice] = []
    full: Counter[tuple[str, int]] = Counter()
    for choice in choices:
        found = choice.found
        limits: dict[tuple[str, int], int] = {("space", found.space): MOST_OF_A_SPACE, ("by", found.author or -found.thread): MOST_BY_ONE}
        if found.kind == Kind.ASKED:
            limits["asked", 0] = MOST_ASKED
        if len(chosen) < most and all(full[what] < limit for what, limit in limits.items()):
            chosen.append(choice)
            full.update(limits.keys())
    return chosen


def _by_chance(week: Week, reader: Reader, near: set[int]) -> Choice | None:
    """One thing from a space one may read and does not belong to, about nothing one cares for yet. All spaces are as likely."""
    for draw in range(DRAWS if week.open_spaces else 0):
        space = _drawn(week.open_spaces, reader.person, week.number, draw)
        found = _drawn(week.in_space[space], reader.person, week.number, draw + DRAWS)
        if space not in reader.spaces and found.thread not in near and is_for(found, week, reader) and not _because(found, reader):
            return Choice(found, Why.CHANCE)
    return None


def _drawn(of: Sequence[T], *what: int) -> T:
    return of[int(lot(*what) * len(of))]


def _thing(choice: Choice) -> Thing:
    found = choice.found
    return Thing(kind=found.kind, why=choice.why, thread_id=found.thread, post_id=found.post, topic_id=choice.topic)
