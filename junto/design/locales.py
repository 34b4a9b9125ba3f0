"""The reader's language as Babel names it."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, to_locale

ENGLISH = "en_GB"  # plain `en` would be American: months before days, and twelve hours


@lru_cache(maxsize=64)
def _known(language: str) -> str:
    if language == "en":
        return ENGLISH
    try:
        return str(Locale.parse(to_locale(language)))
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def locale() -> str:
    """The locale of the language that is active now, such as `de` or `en_GB`."""
    return _known(get_language() or "en")
