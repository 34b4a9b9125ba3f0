"""Which language a text is in: by its script, then by its small words and telling letters. Takes no model and no memory to speak of."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from junto.kit.text.function_words import FUNCTION_WORDS

LOOKED_AT = 2000
SCRIPTS = {
    "kana": re.compile("[\u3041-\u30ff]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ko": re.compile("[\u1100-\u11ff\uac00-\ud7a3]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "hy": re.compile("[\u0531-\u0587]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
}
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
TELLING = {
    "de": "ßäöü", "fr": "œçèêâîùà", "es": "ñ¿¡", "pt": "ãõ", "pl": "łżśąęźćń", "cs": "řěůčš", "hu": "őű", "ro": "șțăâ", "tr": "ığş",
    "sv": "åäö", "da": "øæå", "no": "øæå", "fi": "äö",
}  # fmt: skip
PERSIAN = re.compile("[پچژگ]")
WORD = re.compile(r"[^\W\d_]{2,}")
SURE_OF_A_LETTER = 0.4
EXPECTED = 0.3


def language_of(text: str, likely: Sequence[str] = ()) -> str:
    """The language's two letters. What does not tell (a code, a name) is taken for the first of the `likely` ones, or "" without any."""
    looked_at = text[:LOOKED_AT]
    return _by_script(looked_at) or _by_words(looked_at.lower(), likely) or next(iter(likely), "")


def is_function_word(word: str, language: str) -> bool:
    """Whether the word, in lower case, only holds sentences of that language together."""
    return word in FUNCTION_WORDS.get(language, ())


def _by_script(text: str) -> str:
    if text.isascii():
        return ""
    found = {script: len(pattern.findall(text)) for script, pattern in SCRIPTS.items()}
    script, letters = max(found.items(), key=lambda pair: pair[1])
    if script in ("kana", "han"):
        # One character of Chinese or Japanese says what four or five Latin letters do.
        return _chinese_or_japanese(found) if 3 * (found["kana"] + found["han"]) > len(LATIN.findall(text)) else ""
    if letters <= len(LATIN.findall(text)):
        return ""
    return "fa" if script == "ar" and PERSIAN.search(text) else script


def _chinese_or_japanese(found: dict[str, int]) -> str:
    return "ja" if found["kana"] * 10 > found["han"] else "zh"


def _by_words(text: str, likely: Sequence[str]) -> str:
    scores: dict[str, float] = defaultdict(float)
    for word in WORD.findall(text):
        for language, weight in _languages_with().get(word, ()):
            scores[language] += weight
    if not text.isascii():
        _add_telling_letters(scores, text)
    if not scores:
        return ""
    for language in set(likely).intersection(scores):
        scores[language] += EXPECTED
    return max(scores, key=lambda language: scores[language])


def _add_telling_letters(scores: dict[str, float], text: str) -> None:
    present = set(text)
    for language, letters in TELLING.items():
        telling = present.intersection(letters)
        if telling:
            scores[language] += SURE_OF_A_LETTER * len(telling)


@cache
def _languages_with() -> dict[str, list[tuple[str, float]]]:
    """Each small word with the languages that have it; a word that many share tells less."""
    languages: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return {word: [(language, 1 / len(having)) for language in having] for word, having in languages.items()}
