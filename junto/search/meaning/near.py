"""How near documents are to a question: its words become a place, and everything is seen from there."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from junto.kit.compiled import compiled
from junto.kit.meaning import chosen
from junto.search.models import KnownModel

if TYPE_CHECKING:
    from junto.kit.meaning.kept import Floats
    from junto.kit.meaning.model import Model
    from junto.search.meaning.map import Map
    from junto.search.meaning.view import View

REMEMBERED = 500


def near(words: str) -> "View | None":
    """Everything as it looks from these words. None where meaning is not known: no model, nothing placed, or not in memory yet."""
    found = _serving() if words.strip() else None
    if found is None:
        return None
    from junto.kit.meaning.model import NoAnswer

    model, places = found
    try:
        return places.seen_from(_place_of(model, words), model.low)
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


def near_document(document: int) -> "View | None":
    """Everything as it looks from where a document stands; nobody has to be asked what it means."""
    row = _standing()
    if row is None:
        return None
    places = _up_to_date(row)
    place = places.place_of(document)
    return places.seen_from(place, chosen.low(row.name)) if place is not None else None


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
    row = next(iter(_serves()), None) if chosen.wanted() else None
    return row if row and row.newest else None


@compiled
def _serves() -> Any:
    return KnownModel.objects.with_newest().filter(serves=True).order_by("pk")[:1]


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
