"""Numbers and lists as the reader's language writes them."""

from collections.abc import Iterable
from functools import lru_cache

from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from junto.design.locales import locale


@lru_cache(maxsize=2048)
def _written(number: int | float, language: str) -> str:
    return format_decimal(number, locale=language)


def number(value: int | float) -> str:
    """`3,872` in English, `3 872` in French."""
    return _written(value, locale())


def joined(items: Iterable[object]) -> Markup:
    """`Ada, Ben and Cleo`; each item may be text (escaped here) or HTML."""
    written = [str(escape(item)) for item in items]
    return Markup(format_list(written, locale=locale())) if written else Markup("")
