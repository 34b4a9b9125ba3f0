"""What was asked and answered before, as it shows to somebody who is about to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from junto.kit.searchable import Found
from junto.people.models import Person
from junto.posts import rules
from junto.posts.best_answers import best_answers
from junto.posts.models import Post
from junto.search.among import CONVERSATIONS, Narrowed
from junto.search.finding import SPARE, found
from junto.search.index import Hit
from junto.search.marking import Marker
from junto.search.meaning.near import liken
from junto.search.query import Asked
from junto.search.ranking import sought
from junto.search.sentences import matching_sentence
from junto.search.similar import Similar, similar
from junto.search.words.looked_for import tells

SHORTEST = 2


@dataclass(frozen=True)
class AnsweredBefore:
    """A thread that is like what is being asked, and the answer one reads first there."""

    found: Found
    answer: Post
    sentence: Markup
    may_solve: bool
    """Whether the reader may say that it solved theirs."""


def answered_before(asked: Asked, person: Person, most: int, *, like_enough: float = 0.0) -> list[AnsweredBefore]:
    """Up to `most`, the best first, in a constant number of queries; nothing while no word tells what it is about.

    `like_enough` leaves out what is less the same: for places where nobody asked for more.
    """
    if len(asked.words) < SHORTEST or not tells(asked.words):
        return []
    among = Narrowed(CONVERSATIONS, states=("answered",))
    alike = similar(asked.words, person=person, among=among, most=most + SPARE, is_being_typed=asked.is_being_typed)
    return _shown([each for each in alike if each.likeness >= like_enough], asked, person)[:most]


def _shown(alike: Sequence[Similar], asked: Asked, person: Person) -> list[AnsweredBefore]:
    threads = {each.thread: Hit(each.under, "thread", each.thread) for each in alike}
    kept = found(threads.values(), person)
    answers = best_answers([each.number for each in kept], person) if kept else {}
    marker = sought(asked).marker()
    return [
        _one(kept[threads[number]], answers[number], asked, marker, person)
        for number in threads
        if threads[number] in kept and number in answers
    ]


def _one(row: Found, answer: Post, asked: Asked, marker: Marker, person: Person) -> AnsweredBefore:
    text = row.text if _only_in_the_question(row, answer, marker) else answer.plain
    sentence = matching_sentence(text, marker, partial(liken, asked.words))
    return AnsweredBefore(row, answer, sentence, rules.may_be_helped(person, answer))


def _only_in_the_question(row: Found, answer: Post, marker: Marker) -> bool:
    """Whether its words alone say why it is shown."""
    return not marker.letters(answer.plain) and not marker.letters(row.title) and bool(marker.letters(row.text))
