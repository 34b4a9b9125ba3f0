"""From text to the words the index knows, and back: where in a text a found word stands."""

from junto.search.words.folding import fold
from junto.search.words.forms import forms
from junto.search.words.tokens import Token, tokens

__all__ = ["Token", "fold", "forms", "tokens"]
