"""Words without their endings, each in its own language."""

import threading
from functools import lru_cache

import Stemmer

STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt":
    "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip


@lru_cache(maxsize=60_000)
def stem(word: str, language: str) -> str:
    """The stem of a word in lower case; the word itself where there is no stemmer."""
    stemmer = _stemmers.of(language)
    return str(stemmer.stemWord(word)) if stemmer else word


class _Stemmers(threading.local):
    """Each thread has stemmers of its own: one is busy with a word at a time."""

    def __init__(self) -> None:
        self._made: dict[str, Stemmer.Stemmer | None] = {}

    def of(self, language: str) -> Stemmer.Stemmer | None:
        if language not in self._made:
            name = STEMMERS.get(language)
            self._made[language] = Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None
        return self._made[language]


_stemmers = _Stemmers()
