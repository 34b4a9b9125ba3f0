"""The one frame of every letter that leaves the house, and the parts letters are made of."""

from junto.design.letters.letter import Letter
from junto.design.letters.parts import Entry, Heading, Part, Press, Quiet, Way, Words, Written

__all__ = ["Entry", "Heading", "Letter", "Part", "Press", "Quiet", "Way", "Words", "Written"]
