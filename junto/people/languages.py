"""Languages people speak: kept by their code where there is one, and told in the reader's own language."""

from functools import lru_cache

from babel import Locale

from junto.design.locales import locale
from junto.kit.text.fold import folded


def language_name(kept: str) -> str:
    """`de` as `German`, or `Deutsch` for a reader of German; what has no code stays as it was typed."""
    return _names(locale()).get(kept, kept)


def language_kept(typed: str) -> str:
    """The code of a language typed by its name in the language of the page; otherwise what was typed."""
    return _codes(locale()).get(folded(typed), typed)


@lru_cache(maxsize=16)
def _names(of: str) -> dict[str, str]:
    return dict(Locale.parse(of).languages)


@lru_cache(maxsize=16)
def _codes(of: str) -> dict[str, str]:
    return {folded(name): code for code, name in _names(of).items()}
