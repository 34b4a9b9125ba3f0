"""From the words somebody looks for to those the index knows."""

from collections import Counter
from collections.abc import Iterable, Sequence

from junto.kit.text.language import is_function_word
from junto.search.index.wanted import Word
from junto.search.words.folding import fold
from junto.search.words.forms import forms
from junto.search.words.languages import languages
from junto.search.words.tokens import Token, tokens

LONG_ENOUGH = 3
"""Letters a word needs before everything that begins like it is looked for."""
MOST = 24


def looked_for(text: str, *, is_being_typed: bool = False) -> tuple[Word, ...]:
    """The words of a search. Small words count only when there are no others; the last one may be unfinished."""
    found = list(tokens(text))[:MOST]
    spoken = languages()
    own = _language_of(found, spoken)
    words = [word_of(token, spoken, own) for token in _telling(found, (own,) if own else spoken)]
    if is_being_typed and found and words:
        words[-1] = _unfinished(words[-1], found[-1])
    return tuple(dict.fromkeys(words))


def tells(text: str) -> bool:
    """Whether some word of it says what it is about. "How do I" and "what is" hold sentences together and say nothing."""
    spoken = languages()
    pieces = (piece.lower() for token in list(tokens(text))[:MOST] for piece in token.pieces)
    return any(not any(is_function_word(piece, language) for language in spoken) for piece in pieces)


def phrase(text: str) -> Word:
    """Words that must stand side by side, small ones too."""
    found = list(tokens(text))[:MOST]
    return Word(rows=_rows(found, languages()))


def word_of(token: Token, spoken: Iterable[str], own: str = "") -> Word:
    """One word in all forms it may have in the languages spoken here. When its language is known, it is looked for in others as it is."""
    if token.is_unspaced:
        return _unspaced(token)
    if token.whole or len(token.pieces) > 1:
        return Word(forms=(token.whole,) if token.whole else (), rows=_rows([token], spoken))
    (piece,) = token.pieces
    by_language = {language: forms(piece, language) for language in spoken}
    everywhere = dict.fromkeys(form for found in by_language.values() for form in found)
    if own:
        known = {fold(piece), *by_language[own]}
        return Word(forms=tuple(form for form in everywhere if form in known))
    return Word(forms=tuple(everywhere))


def in_pairs(words: Iterable[Word]) -> tuple[Word, ...]:
    """Chinese and Japanese come without spaces: each pair of characters for itself, for a looser search."""
    return tuple(dict.fromkeys(pair for word in words for pair in _pairs(word)))


def _pairs(word: Word) -> list[Word]:
    is_unspaced = len(word.rows) == 1 and not word.forms and all(len(pair) == 2 for pair in word.rows[0])
    return [Word(forms=(pair,)) for pair in word.rows[0]] if is_unspaced else [word]


def _language_of(found: Iterable[Token], spoken: Sequence[str]) -> str:
    """The language whose own small words hold the search together; "" when none or several do."""
    owners = [[language for language in spoken if _is_small(token, language)] for token in found]
    sure = Counter(languages[0] for languages in owners if len(languages) == 1).most_common(2)
    return sure[0][0] if sure and (len(sure) == 1 or sure[0][1] > sure[1][1]) else ""


def _telling(found: list[Token], spoken: Iterable[str]) -> list[Token]:
    return [token for token in found if not any(_is_small(token, language) for language in spoken)] or found


def _is_small(token: Token, language: str) -> bool:
    return len(token.pieces) == 1 and not token.whole and not token.is_unspaced and is_function_word(token.pieces[0].lower(), language)


def _unspaced(token: Token) -> Word:
    *pairs, last = token.pieces
    if not pairs:
        return Word(beginning=last)
    return Word(rows=(tuple(pairs),)) if len(pairs) > 1 else Word(forms=(pairs[0],))


def _rows(found: Iterable[Token], spoken: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(tuple(form for token in found for form in _firsts(token, language)) for language in spoken))


def _firsts(token: Token, language: str) -> Iterable[str]:
    if token.is_unspaced:
        return token.pieces[:-1] or token.pieces
    return (forms(piece, language)[0] for piece in token.pieces)


def _unfinished(word: Word, token: Token) -> Word:
    beginning = fold(token.pieces[-1])
    if token.is_unspaced or token.whole or len(beginning) < LONG_ENOUGH:
        return word
    return Word(word.forms, word.rows, beginning)
