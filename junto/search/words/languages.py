"""The languages in which people write here: a word somebody looks for is stemmed in each of them."""

import time

from django.conf import settings

from junto.search.models import Document

HOUSE = settings.LANGUAGE_CODE[:2]
LOOK_AGAIN = 300.0
MOST = 8

_known: set[str] = {HOUSE}
_looked_at = float("-inf")


def languages() -> tuple[str, ...]:
    """The languages of the documents in the index, the house's own first. Looked up anew every few minutes."""
    global _looked_at
    if time.monotonic() - _looked_at > LOOK_AGAIN:
        _looked_at = time.monotonic()
        _known.update(Document.objects.exclude(language="").values_list("language", flat=True).distinct()[:50])
    return tuple(sorted(_known, key=lambda language: (language != HOUSE, language)))[:MOST]


def heard_of(language: str) -> None:
    """A document in this language was written just now, so that it is found at once."""
    if language:
        _known.add(language)
