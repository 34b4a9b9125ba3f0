"""The languages in which people write here: a word somebody looks for is stemmed in each of them."""

from django.conf import settings
from django.db import connection

HOUSE = settings.LANGUAGE_CODE[:2]
MOST = 8
# Each language is one step along the index, however many documents there are: DISTINCT would read them all.
SPOKEN = """
WITH RECURSIVE spoken(language) AS (
  SELECT min(language) FROM document WHERE language > ''
  UNION ALL
  SELECT (SELECT min(language) FROM document WHERE language > spoken.language) FROM spoken WHERE spoken.language IS NOT NULL
)
SELECT language FROM spoken WHERE language IS NOT NULL
"""

_known = frozenset({HOUSE})


def languages() -> tuple[str, ...]:
    """The languages of the documents in the index, the house's own first, as they were when a search last looked."""
    return tuple(sorted(_known, key=lambda language: (language != HOUSE, language)))[:MOST]


def look_around() -> None:
    """Looks which there are. Each search does: another process may just have written the first text in a language."""
    global _known
    with connection.cursor() as cursor:
        cursor.execute(SPOKEN)
        _known = frozenset({HOUSE, *(language for (language,) in cursor.fetchall())})
