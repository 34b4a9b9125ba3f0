"""Each letter of the house once, with invented people, for the living page."""

from typing import ClassVar

from django.utils.functional import Promise

from junto.design.letters.letter import Letter
from junto.kit.plugins import Plugin


class LetterSample(Plugin):
    """One letter to be looked at. Its room puts the class into its `letter_samples.py`; `name` stands in the address."""

    title: ClassVar[str | Promise]

    def letter(self) -> Letter:
        """The letter, in the language that is active. Nothing of it may come from the database."""
        raise NotImplementedError
