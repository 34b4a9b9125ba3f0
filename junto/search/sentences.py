"""The one sentence of a text that answers best."""

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from junto.search.marking import Marker

SENTENCE = re.compile(r"[^\n]+?(?:[.!?…](?=\s)|[。！？]|\n|$)")
LOOKED_AT = 3000
WORTH_A_LOOK = 6
"""So many of the first sentences are compared by what they mean, when none has a word in common with what is looked for."""
SHORTEST = 12


def matching_sentence(text: str, marker: Marker, liken: Callable[[Sequence[str]], Sequence[float]]) -> Markup:
    """The sentence with most of the words looked for, or the one `liken` finds most alike. Words are marked; long ones are cut."""
    sentences = sentences_of(text)
    if not sentences:
        return Markup("")
    by_words = [marker.letters(sentence) for sentence in sentences]
    if not any(by_words):
        some = sentences[:WORTH_A_LOOK]
        alike = liken(some) if len(some) > 1 else []
        return marker.excerpt(some[max(range(len(alike)), key=alike.__getitem__)] if alike else some[0])
    return marker.excerpt(sentences[max(range(len(sentences)), key=by_words.__getitem__)])


def sentences_of(text: str) -> list[str]:
    """The sentences of the beginning of a text; what is too short to say anything goes with the next."""
    found: list[str] = []
    for match in SENTENCE.finditer(text[:LOOKED_AT]):
        piece = match.group().strip()
        if found and len(found[-1]) < SHORTEST:
            found[-1] = f"{found[-1]} {piece}".strip()
        elif piece:
            found.append(piece)
    return found
