"""Numbers and lists as the reader's language writes them."""

from collections.abc import Iterable
from functools import lru_cache

from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from junto.design.locales import locale

UNITS = (("digital-megabyte", 1_000_000), ("digital-kilobyte", 1_000))


@lru_cache(maxsize=2048)
def _written(number: int | float, language: str) -> str:
    return format_decimal(number, locale=language)


def number(value: int | float) -> str:
    """`3,872` in English, `3 872` in French."""
    return _written(value, locale())


def in_bytes(value: int) -> str:
    """How large a file is: `1.2 MB` in English, `1,2 Mo` in French."""
    return _sized(value, locale())


@lru_cache(maxsize=2048)
def _sized(value: int, language: str) -> str:
    unit, by = next(((unit, by) for unit, by in UNITS if value >= by), UNITS[-1])
    shown = round(value / by, 1 if value < 10 * by and by > 1000 else 0)
    return format_unit(max(shown, 1), unit, length="short", locale=language)


def joined(items: Iterable[object]) -> Markup:
    """`Ada, Ben and Cleo`; each item may be text (escaped here) or HTML."""
    written = [str(escape(item)) for item in items]
    return Markup(format_list(written, locale=locale())) if written else Markup("")
