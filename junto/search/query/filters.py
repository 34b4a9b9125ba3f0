"""Filters people may write between their words, such as `is:solved` or, in German, `ist:gelöst`. What is no filter is words."""

from dataclasses import dataclass
from datetime import date, datetime, time
from re import compile as pattern

from django.utils import timezone

from junto.kit.searchable import Searchable
from junto.search.words import fold

NAMES = {
    "in": "in space raum bereich dans espace",
    "by": "by from von par",
    "topic": "topic thema sujet theme",
    "is": "is ist est",
    "type": "type typ art kind",
    "before": "before vor bis avant",
    "after": "after since nach seit ab apres depuis",
}
STATES = {
    "answered": "answered beantwortet repondu repondue",
    "unanswered": "unanswered unbeantwortet sans-reponse",
    "solved": "solved gelost geloest resolu resolue",
    "open": "open offen ouvert ouverte",
    "closed": "closed geschlossen ferme fermee",
    "question": "question questions frage fragen",
    "discussion": "discussion discussions diskussion diskussionen",
}
TYPES = {
    "thread": "thread threads conversation conversations faden fil fils",
    "post": "answer answers antwort antworten reponse reponses post posts reply comment",
    "person": "person people personen personne personnes",
    "space": "space spaces raum raume bereich bereiche espace espaces",
}
ISO = pattern(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
DAY_FIRST = pattern(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def _meanings(table: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in words.split()}


BY_NAME, BY_STATE, BY_TYPE = _meanings(NAMES), _meanings(STATES), _meanings(TYPES)


@dataclass(frozen=True, slots=True)
class Filter:
    """`name` is one of NAMES; `value` is what it asks for: a word of STATES or TYPES, a slug, a name, or a moment."""

    name: str
    value: str | datetime


def filter_of(name: str, value: str) -> Filter | None:
    """What `name:value` asks for, or None when nobody knows such a filter."""
    known = BY_NAME.get(fold(name))
    if known is None or not value:
        return None
    meaning = _value(known, value)
    return Filter(known, meaning) if meaning else None


def no_filter(name: str, value: str) -> str:
    """What is to be said not to exist: the name, or the name with a value it does not know. Nothing of addresses (`https://…`)."""
    if not value or value.startswith("//"):
        return ""
    return f"{name}:{value}" if fold(name) in BY_NAME else f"{name}:"


def _value(name: str, value: str) -> str | datetime | None:
    if name == "is":
        return BY_STATE.get(fold(value))
    if name == "type":
        return BY_TYPE.get(fold(value)) or _type_of_a_room_above(fold(value))
    if name in ("before", "after"):
        return _moment(value)
    return value


def _type_of_a_room_above(word: str) -> str | None:
    return next((each.name for each in Searchable.every() if word in each.called.split()), None)


def _moment(value: str) -> datetime | None:
    """The first moment of a year, month or day, in the reader's zone."""
    iso, day_first = ISO.fullmatch(value), DAY_FIRST.fullmatch(value)
    found = iso.groups(default="1") if iso else day_first.groups()[::-1] if day_first else None
    if found is None:
        return None
    try:
        return datetime.combine(date(*map(int, found)), time.min, tzinfo=timezone.get_current_timezone())
    except ValueError:
        return None
