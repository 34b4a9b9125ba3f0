"""What was talked about before that is like some words: by what it means, by its words, and by what use taught about it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from junto.people.models import Person
from junto.search.among import Among, Narrowed
from junto.search.index import Hit
from junto.search.meaning.near import Near, near, near_document
from junto.search.models import Document
from junto.search.query import Asked, read
from junto.search.ranking import by_any_word, sought

MOST = 10
OF_MEANING, OF_WORDS = 0.8, 0.2
"""How much each counts where both are known (docs/operate/figures.md tells what else was tried)."""
USE_AMONG_WORDS = 4.0
"""Where words alone speak, their scores lie further apart than cosines do: use counts so many times as much."""
LOOKED_AT = 60
"""So many that share words, and at least so many that lie near."""
NEAR_ENOUGH = 0.3
"""What lies further away and shares no word has nothing to do with it."""
SEEN_FIRST = 5
MAIN = """SELECT d.id, d.under, d.subject, d.number, d.use FROM ({among}) d
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
    ordered = sorted(_scored(asked, these), key=lambda one: (-one.score, -one.thread))
    return with_a_chance_for_the_new(ordered, SEEN_FIRST)[:most]


def similar_to_thread(thread: int, title: str, *, person: Person, most: int = MOST) -> list[Similar]:
    """The same for what is like a thread, but for itself; by its title where it is not known what it means."""
    document = Document.objects.filter(subject="thread", number=thread).values_list("pk", flat=True).first()
    around = near_document(document) if document else None
    if around is None:
        found = similar(title, person=person, most=most + 1)
    else:
        found = sorted(_near(around, Among(Narrowed(), person)), key=lambda one: (-one.score, -one.thread))
    return [one for one in found if one.thread != thread][:most]


def by_meaning(words: str, among: Among, most: int) -> list[Similar]:
    """Up to `most` threads that lie near these words, whatever words they use; nothing where meaning is not known."""
    around = near(words)
    return sorted(_near(around, among), key=lambda one: (-one.score, -one.thread))[:most] if around else []


def _near(around: Near, among: Among) -> list[Similar]:
    candidates = _candidates(around, among, ())
    nearness = around.of([hit.document for hit in candidates])
    return [_similar(hit, nearness[hit.document], 1.0) for hit in candidates]


def _scored(asked: Asked, among: Among) -> Iterable[Similar]:
    by_words = _by_words(asked, among)
    around = near(asked.words)
    if around is None:
        return [_similar(hit, by_words[hit.under], USE_AMONG_WORDS) for hit in _main(among, (), by_words)]
    candidates = _candidates(around, among, by_words)
    nearness = around.of([hit.document for hit in candidates])
    return [
        _similar(hit, OF_MEANING * nearness.get(hit.document, 0.0) + OF_WORDS * by_words.get(hit.under, 0.0), 1.0)
        for hit in candidates
        if hit.under in by_words or nearness.get(hit.document, 0.0) >= NEAR_ENOUGH
    ]


def _by_words(asked: Asked, among: Among) -> dict[str, float]:
    """Addresses that share words, with how well they do: 1 for the best of them."""
    hits = by_any_word(sought(asked), among, LOOKED_AT)
    best = max((hit.score for hit in hits), default=0.0)
    return {hit.under: hit.score / best for hit in hits} if best > 0 else {}


def _candidates(around: Near, among: Among, by_words: Collection[str]) -> list[Hit]:
    """What shares words, and what lies near, as far as the person may see it. Goes on where most of what is near is not for them."""
    found: dict[int, Hit] = {}
    for portion in around.portions():
        near_enough = [document for document, nearness in portion.items() if nearness >= NEAR_ENOUGH]
        found |= {hit.document: hit for hit in _main(among, near_enough, by_words)}
        if len(near_enough) < len(portion) or len(found) >= LOOKED_AT + len(by_words):
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
        return [Hit(under, subject, number, 0.0, document, use) for document, under, subject, number, use in cursor.fetchall()]


def _listed(marks: Sequence[str]) -> str:
    return ", ".join(marks) or "NULL"


def _similar(hit: Hit, likeness: float, use_counts: float) -> Similar:
    return Similar(int(hit.under.partition(":")[2]), likeness + use_counts * hit.use, likeness, hit.use)


def with_a_chance_for_the_new(ordered: list[Similar], first: int) -> list[Similar]:
    """What never helped anybody yet could never begin to: when use alone keeps all such from the first places, the most alike of them gets
    the last of these, if it is more alike than what stood there.
    """
    last = ordered[first - 1 : first]
    new = max((one for one in ordered[first:] if not one.use), key=lambda one: one.likeness, default=None)
    if not last or new is None or not all(one.use for one in ordered[:first]) or new.likeness <= last[0].likeness:
        return ordered
    return [*ordered[: first - 1], new, *(one for one in ordered[first - 1 :] if one is not new)]
