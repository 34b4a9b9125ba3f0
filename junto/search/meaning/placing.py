"""Finds out what documents mean and keeps it: in the worker, a few at a time, whenever words changed or a model is new."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from junto.kit.facts import Fact
from junto.kit.meaning import chosen
from junto.kit.searchable import Entry, Searchable
from junto.kit.work import later, outreach
from junto.search.models import Document, KnownModel, Place

if TYPE_CHECKING:
    from junto.kit.meaning.kept import Floats

PORTION = 8
"""So few documents take half a second: nobody's message waits longer behind them."""
LARGE_PORTION = 64
MANY = 2000
LETTERS = 1000
"""Of a text: no model reads more."""


@outreach
def place(fact: Fact | None = None) -> None:
    """Places some of what waits, and the rest right after. It is slow, so it holds no transaction meanwhile."""
    if place_some(PORTION):
        later(place)


def place_anew() -> Iterator[int]:
    """Places everything, whether it waits or not; says after each step how many."""
    with transaction.atomic():
        _all_wait()
    yield from place_all()


def place_all() -> Iterator[int]:
    """Places everything that waits; says after each step how many."""
    while placed := place_some(LARGE_PORTION):
        yield placed


def place_some(most: int) -> int:
    """Places up to so many documents; says how many, 0 when none waits or there is no model."""
    name = chosen.name()
    if not name:
        return 0
    _agree(name)
    waiting = list(Document.objects.filter(is_placed=False).order_by("pk")[:most])
    if not waiting:
        _let_serve(name)
        return 0
    model = chosen.model()
    if model is None:
        return 0
    texts = _texts(waiting)
    found = [document for document in waiting if document.pk in texts]
    places = model.of_texts([texts[document.pk] for document in found]) if found else ()
    _keep(name, waiting, {document.pk: place for document, place in zip(found, places, strict=True)})
    return len(waiting)


def _agree(name: str) -> None:
    """Begins anew when another model is chosen than before. The one that serves goes on serving until the new one has placed all."""
    known = {row.name: row.serves for row in KnownModel.objects.all()}
    coming = [other for other, serves in known.items() if not serves]
    if known.get(name) and not coming or coming == [name]:
        return
    with transaction.atomic():
        KnownModel.objects.filter(serves=False).delete()
        KnownModel.objects.get_or_create(name=name, defaults={"serves": not known.keys() - set(coming)})
        _all_wait()


def _all_wait() -> None:
    subjects = [searchable.name for searchable in Searchable.every() if searchable.has_meaning]
    Document.objects.filter(subject__in=subjects).update(is_placed=False)


def _let_serve(name: str) -> None:
    """Nothing waits: the chosen model serves from now on, and what others knew is forgotten, in portions so that nobody waits long."""
    others = KnownModel.objects.exclude(name=name)
    if others.exists():
        with transaction.atomic():
            others.delete()
            KnownModel.objects.filter(name=name).update(serves=True)
        left = Place.objects.exclude(model=name)
        while some := list(left.values_list("pk", flat=True)[:MANY]):
            Place.objects.filter(pk__in=some).delete()


def _texts(documents: Sequence[Document]) -> dict[int, str]:
    """What is written in these documents now; those that are no more are missing."""
    texts: dict[int, str] = {}
    for searchable in Searchable.every():
        numbers = {document.number: document.pk for document in documents if document.subject == searchable.name}
        if numbers:
            texts |= {numbers[entry.number]: _text(entry) for entry in searchable.entries(list(numbers))}
    return texts


def _text(entry: Entry) -> str:
    return f"{entry.title}\n{entry.text}"[:LETTERS].strip()


def _keep(name: str, waiting: Sequence[Document], places: "dict[int, Floats]") -> None:
    """What changed meanwhile has another digest, and goes on waiting."""
    from junto.kit.meaning.kept import pack  # here, because it brings numpy along

    with transaction.atomic():
        Place.objects.keep(name, {document: pack(place) for document, place in places.items()})
        for document in waiting:
            Document.objects.filter(pk=document.pk, digest=document.digest).update(is_placed=True)
