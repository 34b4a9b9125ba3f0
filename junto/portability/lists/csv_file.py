"""A table with a question a row, as any spreadsheet writes it."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from junto.kit.clock import now
from junto.portability.lists.items import MOST_TOPICS, Listed, Unreadable
from junto.topics.forms import nameless_topic

COLUMNS = {
    "title": ("question", "title", "frage", "titel", "titre"),
    "text": ("text", "details", "description", "einzelheiten", "détails"),
    "answer": ("answer", "solution", "antwort", "lösung", "réponse"),
    "topics": ("topics", "tags", "themen", "sujets"),
    "at": ("date", "asked", "datum"),
}
LONGEST_FIELD = 200_000
NOON = 12


def read_table(words: str) -> Listed:
    """Every row. Raises Unreadable when no column says that it holds the questions."""
    csv.field_size_limit(LONGEST_FIELD)
    rows = _numbered(csv.reader(io.StringIO(words, newline=""), _dialect(words[:4000]), strict=True))
    listed = Listed()
    _line, head = next(rows, (1, []))
    places = _places(head)
    for line, row in rows:
        _take(listed, line, {name: row[at].strip() for name, at in places.items() if at < len(row)})
    return listed


def _numbered(rows: Any) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the line it begins on. Raises Unreadable at half a row: it would swallow all that follow."""
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as trouble:
            said = _("This table cannot be read from line %(line)d on. Mostly a quotation mark opens there that does not close.")
            raise Unreadable(said % {"line": line}) from trouble
        if any(cell.strip() for cell in row):
            yield line, row


def _dialect(beginning: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(beginning.partition("\n")[0], ",;\t")
    except csv.Error:
        return csv.excel


def _places(head: list[str]) -> Mapping[str, int]:
    names = [cell.strip().casefold() for cell in head]
    places = {column: at for column, known in COLUMNS.items() for at, name in enumerate(names) if name in known}
    if "title" not in places:
        columns = "text, answer, topics, date"
        wanted = _("The first line has to name the columns, and one of them has to be “question”. Others may be: %(columns)s.")
        raise Unreadable(wanted % {"columns": columns})
    return places


def _take(listed: Listed, line: int, row: Mapping[str, str]) -> None:
    answer, given = row.get("answer", ""), row.get("at", "")
    at = _moment(given)
    if given and at is None:
        listed.left_out.append((line, _("“%(date)s” is no date in the past; write it as 2026-03-31.") % {"date": given[:30]}))
        return
    topics = [name.strip() for name in row.get("topics", "").replace(";", ",").split(",") if name.strip()][:MOST_TOPICS]
    if nameless := nameless_topic(topics):
        listed.left_out.append((line, nameless))
        return
    listed.add(line, row.get("title", ""), row.get("text", ""), [answer], topics=topics, at=at, is_solved=bool(answer))


def _moment(given: str) -> datetime | None:
    try:
        day = parse_date(given)
        moment = datetime(day.year, day.month, day.day, NOON) if day else parse_datetime(given)
    except ValueError:
        return None
    if moment is not None and timezone.is_naive(moment):
        moment = moment.replace(tzinfo=UTC)
    return moment if moment and datetime(1990, 1, 1, tzinfo=UTC) < moment <= now() else None
