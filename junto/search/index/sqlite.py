"""The words index in SQLite's FTS5. Its tokenizer only splits at spaces: words come folded and stemmed."""

import time
from collections.abc import Sequence

from django.db import connection, transaction

from junto.search.among import Among
from junto.search.index.base import Index, besides
from junto.search.index.wanted import Held, Hit, Wanted, Word, Written

TITLE_WEIGHS = 4.0
REMEMBERED, MANY = 300.0, 10_000
"""So many seconds it is remembered how rare words are, where there are so many documents."""
MERGED = 500
"""Pages in one go: some ten milliseconds."""
MEASURED = 400
"""Letters of a text, in which its words are counted."""
ALL = "(SELECT max(rowid) FROM document_words)"
COUNT = "(SELECT count(*) FROM document_words WHERE document_words MATCH %s)"
BEST = f"""
SELECT under, subject, number, max(score), id, use FROM (
  SELECT d.id, d.under, d.subject, d.number, d.use, -bm25(document_words, {TITLE_WEIGHS}, 1.0, 0.0) * d.weight AS score
  FROM document_words CROSS JOIN ({{among}}) d ON d.id = document_words.rowid
  WHERE document_words MATCH %s{{besides}} ORDER BY document_words.rowid DESC LIMIT %s)
GROUP BY under ORDER BY 4 DESC, max(id) DESC LIMIT %s"""


class SQLiteIndex(Index):
    """Ranks by BM25. Counting takes longer the more there is, so in large houses it is remembered for a few minutes how rare words are."""

    def __init__(self) -> None:
        self._shares: dict[Word, float] = {}
        self._since = float("-inf")

    def put(self, written: Sequence[Written]) -> None:
        rows = [(words.document, " ".join(words.title), " ".join(words.text), f"kind_{words.subject}") for words in written]
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM document_words WHERE rowid = %s", [(row[0],) for row in rows])
            cursor.executemany("INSERT INTO document_words (rowid, title, text, marks) VALUES (%s, %s, %s, %s)", rows)

    def tidy(self) -> None:
        """Merges all parts of the index into one, which holds only what is there; in pieces, so that nobody waits long to write."""
        more = _merge(-MERGED)
        while more:
            more = _merge(MERGED)

    def best(self, wanted: Wanted, among: Among, most: int) -> list[Hit]:
        documents, parameters = among.statement()
        with connection.cursor() as cursor:
            statement = BEST.format(among=documents, besides=besides(among))
            cursor.execute(statement, [*parameters, match(wanted), *among.besides, wanted.most_ranked, most])
            return list(map(Hit._make, cursor.fetchall()))

    def holding(self, words: Sequence[Word], documents: Sequence[int]) -> dict[int, Held]:
        listed = ", ".join(["%s"] * len(documents)) or "NULL"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT rowid, ' ' || title || ' ' || text || ' ' FROM document_words WHERE rowid IN ({listed})", list(documents)
            )
            met = [_met_by(word) for word in words]
            return {document: _held(met, text) for document, text in cursor.fetchall()}

    def shares(self, words: Sequence[Word]) -> list[float]:
        if time.monotonic() - self._since > REMEMBERED:
            self._shares, self._since = {}, time.monotonic()
        shares = self._shares
        found = {word: shares[word] for word in words if word in shares}
        documents, counted = self._counted([word for word in words if word not in found])
        if documents >= MANY:
            shares.update(counted)
        return [(found | counted)[word] for word in words]

    def _counted(self, words: Sequence[Word]) -> tuple[int, dict[Word, float]]:
        if not words:
            return 0, {}
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join([ALL, *[COUNT] * len(words)])}", [written_down(word) for word in words])
            documents, *counts = cursor.fetchone()
        return documents or 0, {word: count / (documents or 1) for word, count in zip(words, counts, strict=True)}


def _met_by(word: Word) -> list[str]:
    """One of these is in a text that holds the word: what is kept of it are its words, with spaces between."""
    met = [f" {form} " for form in (*word.forms, *map(" ".join, word.rows))]
    return [*met, f" {word.beginning}"] if word.beginning else met


def _held(met: Sequence[Sequence[str]], text: str) -> Held:
    return Held([any(map(text.__contains__, each)) for each in met], len(set(text[:MEASURED].split())))


def _merge(pages: int) -> bool:
    """Merges about that many pages (a negative number begins with all parts); says whether there was anything to do."""
    with transaction.atomic(), connection.cursor() as cursor:
        before = connection.connection.total_changes
        cursor.execute("INSERT INTO document_words (document_words, rank) VALUES ('merge', %s)", [pages])
        return bool(connection.connection.total_changes - before > 1)


def match(wanted: Wanted) -> str:
    """What is wanted, as FTS5 reads it."""
    words = (" OR " if wanted.is_any else " AND ").join(written_down(word) for word in wanted.words)
    if wanted.welcome:
        # FTS5 knows no "if possible". Naming the needed words twice makes the rare ones weigh more, which does no harm.
        words = f"({words}) AND ({' OR '.join(written_down(word) for word in (*wanted.words, *wanted.welcome))})"
    if wanted.in_title:
        words = f"{{title}} : ({words})"
    if wanted.subjects:
        marks = " OR ".join(f'"kind_{subject}"' for subject in wanted.subjects)
        words = f"({{marks}} : ({marks})) AND ({words})" if words else f"{{marks}} : ({marks})"
    if wanted.unwanted:
        words = f"({words}) NOT ({' OR '.join(written_down(word) for word in wanted.unwanted)})"
    return words


def written_down(word: Word) -> str:
    """One word with everything that meets it."""
    parts = [f'"{form}"' for form in word.forms]
    parts += [f'"{" ".join(row)}"' for row in word.rows]
    if word.beginning:
        parts.append(f'"{word.beginning}" *')
    return f"({' OR '.join(parts)})"
