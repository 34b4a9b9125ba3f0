"""How near documents are to a question: its words become a place, and everything is seen from there."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from junto.kit.meaning import chosen
from junto.search.models import KnownModel

if TYPE_CHECKING:
    from junto.kit.meaning.kept import Floats
    from junto.kit.meaning.model import Model
    from junto.search.meaning.map import Map, View

REMEMBERED = 500


class Near:
    """All documents as they look from one place: 1 means the same, 0 has nothing to do with it."""

    def __init__(self, view: "View", low: float) -> None:
        self._view, self._low = view, view.middle.low(low)

    def of(self, documents: Collection[int]) -> dict[int, float]:
        """How near these documents are, as far as that is known."""
        return self._even(self._view.of(documents))

    def portions(self) -> Iterator[dict[int, float]]:
        """Documents and how near they are, the nearest first; few at first, then more and more, until all have come."""
        return map(self._even, self._view.portions())

    def _even(self, cosines: dict[int, float]) -> dict[int, float]:
        return {document: (cosine - self._low) / (1 - self._low) for document, cosine in cosines.items()}


def near(words: str) -> Near | None:
    """Everything as it looks from these words. None where meaning is not known: no model, nothing placed, or not in memory yet."""
    found = _serving() if words.strip() else None
    if found is None:
        return None
    from junto.kit.meaning.model import NoAnswer

    model, places = found
    try:
        return Near(places.seen_from(_place_of(model, words)), model.low)
    except NoAnswer:
        return None


def liken(words: str, texts: Sequence[str]) -> list[float]:
    """How near each of these few texts is to the words; nothing where meaning is not known. For what shows while somebody types."""
    found = _serving() if texts else None
    if found is None:
        return []
    model = found[0]
    from junto.kit.meaning.model import NoAnswer

    try:
        asked = _place_of(model, words)
        return [float(asked.dot(_place_of_text(model, text))) for text in texts]
    except NoAnswer:
        return []


def near_document(document: int) -> Near | None:
    """Everything as it looks from where a document stands; nobody has to be asked what it means."""
    row = _standing()
    if row is None:
        return None
    places = _up_to_date(row)
    place = places.place_of(document)
    return Near(places.seen_from(place), chosen.low(row.name)) if place is not None else None


def alike_among(documents: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Every two of these documents with how near they are, the nearest first. Nothing where meaning is not known."""
    row = _standing()
    if row is None:
        return
    places, low = _up_to_date(row), chosen.low(row.name)
    for one, other, cosine in places.pairs(documents):
        yield one, other, (cosine - low) / (1 - low)


def _serving() -> "tuple[Model, Map] | None":
    row = _standing()
    model = chosen.at_hand(row.name) if row else None
    return (model, _up_to_date(row)) if row and model else None


def _standing() -> KnownModel | None:
    """The model that serves, if it has placed anything and the house uses any."""
    row = KnownModel.objects.with_newest().filter(serves=True).first() if chosen.wanted() else None
    return row if row and row.newest else None


def _up_to_date(row: KnownModel) -> "Map":
    places = _map(row.name)
    places.catch_up(row.newest or 0)
    return places


@cache
def _map(model: str) -> "Map":
    from junto.search.meaning.map import Map  # here, because it brings numpy along

    return Map(model)


@lru_cache(maxsize=REMEMBERED)
def _place_of(model: "Model", words: str) -> "Floats":
    """Who types asks for nearly the same again and again, and so do the pages that show it."""
    return model.of_question(words)


@lru_cache(maxsize=REMEMBERED)
def _place_of_text(model: "Model", text: str) -> "Floats":
    """The same few answers show at every letter."""
    return model.of_texts([text])[0]
