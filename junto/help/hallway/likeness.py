"""Whether much the same was asked before: words weighed by how rare they are (TF-IDF), two lines compared by the cosine of their angle.

Compared are one's own notes, what was shared with one's spaces, and the questions the search index finds: only what one may see.
Weights follow G. Salton and C. Buckley, Term-weighting approaches in automatic text retrieval (1988).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from junto.help.models import Note, SharedNote
from junto.kit.text.language import language_of
from junto.people.models import Person
from junto.search.among import Among, Narrowed
from junto.search.finding import found
from junto.search.query import read
from junto.search.ranking import ranked, sought
from junto.search.words.languages import HOUSE
from junto.search.writing import words_of

ENOUGH = 0.6
SHOWN = 3
LATEST = 300
QUESTIONS = 30
Vector = dict[str, float]


@dataclass(frozen=True)
class Like:
    """Something much like a line: where it stands, and what a note would become another case of."""

    title: str
    url: str
    score: float
    thread: int = 0
    note: int = 0


def alike(title: str, person: Person, *, besides: int = 0) -> list[Like]:
    """Up to SHOWN things this person may see that ask much the same, the likest first; but for the note numbered `besides`."""
    others = [*_questions(title, person), *_notes(person, besides), *_shared(person, besides)]
    scores = likeness(title, [other.title for other in others])
    like = [replace(other, score=score) for other, score in zip(others, scores, strict=True) if score >= ENOUGH]
    return sorted(like, key=lambda each: -each.score)[:SHOWN]


def likeness(line: str, others: Sequence[str]) -> list[float]:
    """How like each of the others is to the line: 0 for no word in common, 1 for the same words. All are read in the line's language."""
    language = language_of(line, (HOUSE,))
    bags = [Counter(words_of(text, language)) for text in (line, *others)]
    known = Counter(word for bag in bags for word in bag)
    first, *rest = [{word: count * (1 + log((1 + len(bags)) / (1 + known[word]))) for word, count in bag.items()} for bag in bags]
    return [_cosine(first, other) for other in rest]


def _cosine(one: Vector, other: Vector) -> float:
    lengths = sqrt(sum(weight**2 for weight in one.values())) * sqrt(sum(weight**2 for weight in other.values()))
    return sum(weight * other.get(word, 0.0) for word, weight in one.items()) / lengths if lengths else 0.0


def _questions(title: str, person: Person) -> list[Like]:
    what = sought(read(title))
    if not what.every:
        return []
    narrowed = Narrowed(subjects=("thread",), states=("question",))
    threads = found(ranked(what, Among(narrowed, person), QUESTIONS), person).values()
    return [Like(thread.title, thread.url, 0.0, thread=thread.number) for thread in threads]


def _notes(person: Person, besides: int) -> list[Like]:
    notes = Note.objects.visible_to(person).exclude(pk=besides).order_by("-at", "-id")[:LATEST]
    return [Like(note.title, note.get_absolute_url(), 0.0, note=note.pk) for note in notes]


def _shared(person: Person, besides: int) -> list[Like]:
    rows = SharedNote.objects.visible_to(person).exclude(note=besides).exclude(note__author=person).for_rows()
    return [Like(shared.title, shared.get_absolute_url(), 0.0) for shared in rows.order_by("-at", "-id")[:LATEST]]
