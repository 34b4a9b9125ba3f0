"""One search of one person: what they may see, narrowed by filters, best first, a page at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from junto.kit.searchable import Found, Searchable
from junto.people.models import Person
from junto.search import seen
from junto.search.among import CONVERSATIONS, Among, Narrowed
from junto.search.index import Hit
from junto.search.marking import Marker
from junto.search.query import Asked, read
from junto.search.ranking import ranked, sought, titled
from junto.search.similar import by_meaning
from junto.spaces.models import Space
from junto.topics.models import Topic
from junto.topics.models.topic import topic_slug

PAGE, MEANT = 10, 5
SPARE = 4
"""Asked for beyond a page: the index may still hold what was taken away a moment ago."""
FARTHEST = 200
MOST_CALLED = 20


@dataclass(frozen=True)
class Findings:
    """A page of what was found. `after` is the token with which the list goes on, None where it ends."""

    rows: list[Found]
    meant: list[Found]
    """What stands behind them on the first page, because it means the same in other words."""
    after: str | None
    marker: Marker
    is_first: bool
    is_far: bool = False


def find(asked: Asked, person: Person, after: str = "") -> Findings:
    """A page of conversations (or of what `type:` asks for)."""
    shown = seen.read(after)
    among = Among(narrowed(asked, person), person, tuple(shown))
    subjects = among.narrowed.subjects
    what = sought(asked, subjects=() if set(subjects) & set(CONVERSATIONS) else subjects)
    hits = ranked(what, among, PAGE + SPARE) if asked.parts else []
    kept = found(hits, person)
    rows, last = _page(hits, kept)
    listed = [hit.under for hit in hits[:last]]
    meant = {} if shown else _meant(asked, replace(among, besides=tuple(listed)))
    is_far = len(shown) + last >= FARTHEST
    is_all = is_far or last == len(hits)
    goes_on = None if is_all else seen.write([*shown, *listed, *(hit.under for hit in meant)])
    return Findings(rows, list(meant.values()), goes_on, what.marker(), not shown, is_far)


def _meant(asked: Asked, among: Among) -> dict[Hit, Found]:
    """Only for plain words about conversations: whoever asks for a phrase wants these very words."""
    if not asked.loose or asked.phrases or asked.unwanted or "thread" not in among.narrowed.subjects:
        return {}
    alike = by_meaning(asked.loose, among, MEANT + SPARE + len(among.besides))
    hits = [Hit(each.under, "thread", each.thread) for each in alike if each.under not in among.besides][: MEANT + SPARE]
    kept = found(hits, among.person)
    return {hit: kept[hit] for hit in [hit for hit in hits if hit in kept][:MEANT]}


def _page(hits: Sequence[Hit], kept: dict[Hit, Found]) -> tuple[list[Found], int]:
    """The rows of a page, and how many hits they took: what is no longer there takes no room."""
    rows: list[Found] = []
    for at, hit in enumerate(hits):
        if len(rows) == PAGE:
            return rows, at
        if hit in kept:
            rows.append(kept[hit])
    return rows, len(hits)


def found(hits: Iterable[Hit], person: Person) -> dict[Hit, Found]:
    """The things behind the hits, read anew from their rooms: what this person may not see now is missing. One question for each kind."""
    by_subject: dict[str, dict[int, Hit]] = {}
    for hit in hits:
        by_subject.setdefault(hit.subject, {})[hit.number] = hit
    kept: dict[Hit, Found] = {}
    for subject, numbers in by_subject.items():
        searchable = Searchable.named(subject)
        if searchable is not None:
            kept |= {numbers[number]: thing for number, thing in searchable.found(list(numbers), person).items()}
    return kept


def narrowed(asked: Asked, person: Person) -> Narrowed:
    """The filters that were written; places and people are looked up among those the person may see."""
    return Narrowed(
        subjects=tuple(asked.values("type")) or CONVERSATIONS,
        states=tuple(asked.values("is")),
        before=tuple(asked.values("before")),
        after=tuple(asked.values("after")),
        spaces=tuple(_space(slug, person) for slug in asked.values("in")),
        authors=tuple(people_called(name, person) for name in asked.values("by")),
        topics=tuple(_topics(name) for name in asked.values("topic")),
    )


def _space(slug: str, person: Person) -> tuple[int, ...]:
    return tuple(Space.objects.visible_to(person).filter(slug=slug.lower()).values_list("pk", flat=True))


def _topics(name: str) -> tuple[int, ...]:
    known = Topic.objects.filter(slug=topic_slug(name)).values_list("pk", "alias_of")
    return tuple(alias_of or topic for topic, alias_of in known)


def people_called(name: str, person: Person) -> tuple[int, ...]:
    """The numbers of people whose name holds these words, however they are accented."""
    hits = titled(sought(read(name), subjects=("person",)), Among(Narrowed(("person",)), person), MOST_CALLED)
    return tuple(hit.number for hit in hits)
