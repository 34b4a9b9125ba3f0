"""What was talked about before that is like some words: by what it means, by its words, and by what use taught about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import log, sqrt
from typing import TYPE_CHECKING

from django.db import connection

from junto.people.models import Person
from junto.search.among import Among, Narrowed
from junto.search.index import Hit, index
from junto.search.meaning.near import near, near_document
from junto.search.models import Document
from junto.search.query import read
from junto.search.ranking import Sought, by_any_word, by_rare_words, sought
from junto.search.words.looked_for import in_pairs

if TYPE_CHECKING:
    from junto.search.meaning.view import View

MOST = 10
OF_WORDS, OF_CODES, OF_SCRIPTS = 0.1, 0.2, 0.5
"""How much words count beside meaning: words, codes and numbers of parts, letters the models hardly know (docs/operate/figures.md)."""
OF_RANK = 0.1
"""Where words alone speak: how much the rank of the words index counts beside the share of the words."""
USE_AMONG_WORDS = 4.0
"""There likeness lies further apart than cosines do: use counts so many times as much, and less where little is shared."""
LONG_ENOUGH, SHORT = 12, 0.05
"""What says little lies near to much: a text of fewer different words stands back by so much of the logarithm of what it lacks."""
BY_WORDS, BY_MEANING = 200, 400
"""So many that share words are looked at, and at least so many that lie near."""
COMPARED = 80
"""Of these the best are compared word by word."""
NEAR_ENOUGH = 0.3
"""What lies further away and shares no word has nothing to do with it."""
ENOUGH_SHARED = 0.3
"""So much of the words, by their weight, and it has to do with it even where it lies far away."""
RAREST = 1e-5
SEEN_FIRST = 5
MAIN = """SELECT d.under, d.subject, d.number, 0.0, d.id, d.use FROM ({among}) d
WHERE d.id IN ({documents}) OR (d.under IN ({unders}) AND d.under = d.subject || ':' || d.number)"""


@dataclass(frozen=True, slots=True)
class Similar:
    """A thread that is like what was asked. `score` orders; `likeness` says how much it is the same, without what use taught."""

    thread: int
    score: float
    likeness: float
    use: float

    @property
    def under(self) -> str:
        """Its address in the index."""
        return f"thread:{self.thread}"


def similar(words: str, *, person: Person, among: Narrowed | None = None, most: int = MOST, is_being_typed: bool = False) -> list[Similar]:
    """Up to `most` threads this person may see that are like these words, the best first.

    `among` narrows it down as the filters of a search do. Costs one question to the model, and queries whose number does not grow.
    """
    asked, these = read(words, is_being_typed=is_being_typed), Among(among or Narrowed(), person)
    if not asked.words or these.is_empty:
        return []
    what, around = sought(asked), near(asked.words)
    if around is None:
        best = _under(by_any_word(what, these, BY_WORDS))
        found = _by_words(what, _main(these, (), best), best)
    else:
        best = _under(by_rare_words(what, these, BY_WORDS, documents=len(around)))
        found = _by_both(around, what, _candidates(around, these, best), best)
    return with_a_chance_for_the_new(_ordered(found), SEEN_FIRST)[:most]


def similar_to_thread(thread: int, title: str, *, person: Person, most: int = MOST) -> list[Similar]:
    """The same for what is like a thread, but for itself; by its title where it is not known what it means."""
    document = Document.objects.filter(subject="thread", number=thread).values_list("pk", flat=True).first()
    around = near_document(document) if document else None
    found = similar(title, person=person, most=most + 1) if around is None else _ordered(_near(around, Among(Narrowed(), person)))
    return [one for one in found if one.thread != thread][:most]


def by_meaning(words: str, among: Among, most: int, *, at_least: float = NEAR_ENOUGH) -> list[Similar]:
    """Up to `most` threads that lie near these words, whatever words they use; nothing where meaning is not known."""
    around = near(words)
    return _ordered(_near(around, among, at_least))[:most] if around else []


def _ordered(found: Iterable[Similar]) -> list[Similar]:
    return sorted(found, key=lambda one: (-one.score, -one.thread))


def _near(around: "View", among: Among, at_least: float = NEAR_ENOUGH) -> list[Similar]:
    candidates = _candidates(around, among, (), at_least)
    nearness = around.of([hit.document for hit in candidates])
    return [_similar(hit, nearness[hit.document], hit.use) for hit in candidates]


def _by_words(what: Sought, candidates: Sequence[Hit], best: Mapping[str, Hit]) -> list[Similar]:
    """How much of the words is there, and a little how the words index ranks it. Use speaks for what shares words, not instead of them."""
    shared, _ = _shared(what, candidates, best)
    highest = max((hit.score for hit in best.values()), default=0.0) or 1.0
    likenesses = ((hit, (1 - OF_RANK) * shared[hit.under] + OF_RANK * best[hit.under].score / highest) for hit in candidates)
    return [_similar(hit, likeness, USE_AMONG_WORDS * sqrt(likeness) * hit.use) for hit, likeness in likenesses if shared[hit.under]]


def _by_both(around: "View", what: Sought, candidates: Sequence[Hit], best: Mapping[str, Hit]) -> list[Similar]:
    """Only what can still come to the front is compared word by word. What was not placed yet is as near as its words are."""
    nearness = around.of([hit.document for hit in candidates])
    of_words = _of_words(what)
    front = sorted(candidates, key=lambda hit: -(1 - of_words) * nearness.get(hit.document, 1.0) - of_words * (hit.under in best) - hit.use)
    shared, lengths = _shared(what, front[:COMPARED], best)
    likenesses = ((hit, nearness.get(hit.document, shared[hit.under]), shared[hit.under]) for hit in front[:COMPARED])
    return [
        _similar(hit, (1 - of_words) * near_it + of_words * shares_words, hit.use - _short(lengths.get(hit.document, LONG_ENOUGH)))
        for hit, near_it, shares_words in likenesses
        if shares_words >= ENOUGH_SHARED or near_it >= NEAR_ENOUGH
    ]


def _of_words(what: Sought) -> float:
    """How much words count: `E-41` and `4.2.1` are words in several pieces, and so are all words of scripts without spaces."""
    if any(not "".join([*word.forms, *(piece for row in word.rows for piece in row)]).isascii() for word in what.every):
        return OF_SCRIPTS
    return OF_CODES if any(word.rows for word in what.every) else OF_WORDS


def _short(length: int) -> float:
    """How far a text of so many different words stands back."""
    return SHORT * log(LONG_ENOUGH / min(max(length, 1), LONG_ENOUGH))


def _shared(what: Sought, candidates: Sequence[Hit], best: Mapping[str, Hit]) -> tuple[Mapping[str, float], Mapping[int, int]]:
    """For each address how much of what was said stands there as well: each word counts by how rare it is, all of them are 1.
    And how many different words each document has.

    `best` names, where it is another, the document under an address that was found by its words, such as an answer.
    """
    words = in_pairs(what.every) if candidates else ()
    weights = [log(1 + 1 / max(share, RAREST)) for share in (index().shares(words) if words else ())]
    documents = {hit.document: hit.under for hit in candidates} | {
        best[hit.under].document: hit.under for hit in candidates if hit.under in best
    }
    shared: dict[str, float] = defaultdict(float)
    found = index().holding(words, list(documents)) if words else {}
    for document, held in found.items():
        weight = sum(compress(weights, held.words)) / sum(weights)
        shared[documents[document]] = max(shared[documents[document]], weight)
    return shared, {document: held.length for document, held in found.items()}


def _under(hits: Iterable[Hit]) -> dict[str, Hit]:
    return {hit.under: hit for hit in hits}


def _candidates(around: "View", among: Among, by_words: Collection[str], at_least: float = NEAR_ENOUGH) -> list[Hit]:
    """What shares words, and what lies near, as far as the person may see it. Goes on where most of what is near is not for them."""
    found: dict[int, Hit] = {}
    for portion in around.portions():
        near_enough = [document for document, nearness in portion.items() if nearness >= at_least]
        found |= {hit.document: hit for hit in _main(among, near_enough, () if found else by_words)}
        if len(near_enough) < len(portion) or len(found) >= BY_MEANING:
            break
    return list(found.values())


def _main(among: Among, documents: Collection[int], unders: Collection[str]) -> list[Hit]:
    """These documents, and those that stand for these addresses, if they are among what is looked through."""
    if not documents and not unders:
        return []
    statement, parameters = among.statement()
    asked = MAIN.format(among=statement, documents=_listed(["%s"] * len(documents)), unders=_listed(["%s"] * len(unders)))
    with connection.cursor() as cursor:
        cursor.execute(asked, [*parameters, *documents, *unders])
        return list(map(Hit._make, cursor.fetchall()))


def _listed(marks: Sequence[str]) -> str:
    return ", ".join(marks) or "NULL"


def _similar(hit: Hit, likeness: float, besides: float) -> Similar:
    return Similar(int(hit.under.partition(":")[2]), likeness + besides, likeness, hit.use)


def with_a_chance_for_the_new(ordered: list[Similar], first: int) -> list[Similar]:
    """What never helped anybody yet could never begin to: when use alone keeps all such from the first places, the most alike of them gets
    the last of these, if it is more alike than what stood there.
    """
    last = ordered[first - 1 : first]
    new = max((one for one in ordered[first:] if not one.use), key=lambda one: one.likeness, default=None)
    if not last or new is None or not all(one.use for one in ordered[:first]) or new.likeness <= last[0].likeness:
        return ordered
    return [*ordered[: first - 1], new, *(one for one in ordered[first - 1 :] if one is not new)]
