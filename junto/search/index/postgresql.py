"""The words index in PostgreSQL: a tsvector of our own words beside the document, found by a GIN index."""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log, prod
from typing import Any

from django.db import connection

from junto.search.among import Among
from junto.search.index.base import Index, besides
from junto.search.index.wanted import Held, Hit, Wanted, Word, Written

TITLE_AND_TEXT = "{0, 0, 0.3, 1}"
LAST_POSITION = 16383
BEST = """
SELECT under, subject, number, score, id, use FROM (
  SELECT DISTINCT ON (under) under, subject, number, id, use, score FROM (
    SELECT under, subject, number, id, use, weight * ({rank}) AS score FROM (
      SELECT d.* FROM ({among}) d WHERE d.words @@ %s::tsquery{besides} ORDER BY d.id DESC LIMIT %s) newest) ranked
  ORDER BY under, score DESC, id DESC) best
ORDER BY score DESC, id DESC LIMIT %s"""
STATISTICS = """SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats
WHERE schemaname = current_schema() AND tablename = 'document' AND attname = 'words'"""
LENGTH = "length(words) - 1"
"""Different words, but for the mark of the kind."""
RARE = 0.0002
"""The share of words that are not among the commonest."""
REMEMBERED = 300.0


class PostgreSQLIndex(Index):
    """Ranks by `ts_rank`, each word by how rare it is: PostgreSQL does not weigh that by itself, but keeps statistics that tell it."""

    def __init__(self) -> None:
        self._common: Mapping[str, float] = {}
        self._asked_at = float("-inf")

    def put(self, written: Sequence[Written]) -> None:
        rows = [(vector(words), words.document) for words in written]
        with connection.cursor() as cursor:
            cursor.executemany("UPDATE document SET words = %s::tsvector WHERE id = %s", rows)

    def tidy(self) -> None:
        """PostgreSQL does it by itself (autovacuum)."""

    def best(self, wanted: Wanted, among: Among, most: int) -> list[Hit]:
        documents, parameters = among.statement(with_words=True)
        rank, weighed = self._rank((*wanted.words, *wanted.welcome))
        statement = BEST.format(rank=rank, among=documents, besides=besides(among))
        with connection.cursor() as cursor:
            cursor.execute(statement, [*weighed, *parameters, match(wanted), *among.besides, wanted.most_ranked, most])
            return list(map(Hit._make, cursor.fetchall()))

    def holding(self, words: Sequence[Word], documents: Sequence[int]) -> dict[int, Held]:
        held = ", ".join([LENGTH, *["words @@ %s::tsquery"] * len(words)])
        asked = [written_down(word) for word in words]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id, {held} FROM document WHERE id = ANY(%s)", [*asked, list(documents)])
            return {document: Held(found, length) for document, length, *found in cursor.fetchall()}

    def shares(self, words: Sequence[Word]) -> list[float]:
        common = self._common_words()
        return [share_of(word, common) for word in words]

    def _rank(self, words: Sequence[Word]) -> tuple[str, list[Any]]:
        """A sum with one `ts_rank` for each word."""
        parameters: list[Any] = []
        for word, share in zip(words, self.shares(words), strict=True):
            parameters += [log(1 + 1 / share), TITLE_AND_TEXT, written_down(word)]
        return " + ".join(["%s * ts_rank(%s::float4[], words, %s::tsquery, 1)"] * len(words)) or "1", parameters

    def _common_words(self) -> Mapping[str, float]:
        """The thousand commonest words and their shares, from the statistics of the database; asked for every few minutes."""
        if time.monotonic() - self._asked_at > REMEMBERED:
            with connection.cursor() as cursor:
                cursor.execute(STATISTICS)
                words, shares = cursor.fetchone() or ((), ())
            self._common, self._asked_at = dict(zip(words or (), shares or (), strict=False)), time.monotonic()
        return self._common


def share_of(word: Word, common: Mapping[str, float]) -> float:
    """The share of documents that hold the word. Pieces side by side (`4.2.1`) are rarer than each of them: as if they met by chance."""
    rare = RARE / 10 if word.rows else RARE
    of_forms = [common.get(form, rare) for form in word.forms]
    of_rows = [max(prod(common.get(form, RARE) for form in row), rare) for row in word.rows]
    return max(of_forms + of_rows, default=rare)


def vector(written: Written) -> str:
    """The words as PostgreSQL reads them, with their places; those of the title count as A, those of the text as B."""
    places: dict[str, list[str]] = defaultdict(list)
    for at, word in enumerate(written.title, 1):
        places[word].append(f"{min(at, LAST_POSITION)}A")
    for at, word in enumerate(written.text, len(written.title) + 2):
        places[word].append(f"{min(at, LAST_POSITION)}B")
    words = [f"'{word}':{','.join(at)}" for word, at in places.items()]
    return " ".join([f"'kind_{written.subject}'", *words])


def match(wanted: Wanted) -> str:
    """What is wanted, as PostgreSQL reads it."""
    words = [written_down(word, "A" if wanted.in_title else "") for word in wanted.words]
    parts = ["(" + ("|" if wanted.is_any else "&").join(words) + ")"] if words else []
    if wanted.subjects:
        parts.append("(" + "|".join(f"'kind_{subject}'" for subject in wanted.subjects) + ")")
    parts += [f"!{written_down(word)}" for word in wanted.unwanted]
    return " & ".join(parts)


def written_down(word: Word, where: str = "") -> str:
    """One word with everything that meets it; `where` may ask for the title."""
    label = f":{where}" if where else ""
    parts = [f"'{form}'{label}" for form in word.forms]
    parts += ["(" + "<->".join(f"'{form}'{label}" for form in row) + ")" for row in word.rows]
    if word.beginning:
        parts.append(f"'{word.beginning}':*{where}")
    return f"({'|'.join(parts)})"
