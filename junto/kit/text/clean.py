"""What a person typed, made safe to keep: one form for each letter, nothing invisible that misleads, no more than a page can show."""

import re
import unicodedata

from django.utils.translation import gettext as _

LONGEST = 40_000
MOST_MARKS = 30
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters except tab and newline
    "\u202a-\u202e\u2066-\u2069"  # letters put in another order than they are stored; marks (LRM, RLM, ALM) stay
    "\ufff9-\ufffb\ufeff\ufffe\uffff"  # annotations, byte order marks, noncharacters
    "\ud800-\udfff"  # half characters, which no database takes
    "]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")


class TooLong(ValueError):
    """A text over LONGEST characters; its words can be shown to the person who wrote it."""

    def __init__(self, length: int):
        super().__init__(length)
        self.length = length

    def __str__(self) -> str:
        words = _("This text has %(length)d characters, and %(longest)d fit. Please split it in two.")
        return words % {"length": self.length, "longest": LONGEST}


def clean(source: str) -> str:
    """The text as it is stored: NFC, lines ended by \\n, no control or reordering characters, no blank edges. Raises TooLong."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", source))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _few_marks(text))
    text = text.strip("\n").rstrip()
    if len(text) > LONGEST:
        raise TooLong(len(text))
    return text


def _few_marks(text: str) -> str:
    """At most MOST_MARKS combining marks in a row (the stream-safe form of UAX 15): putting a long run in order takes quadratic time."""
    marks = "".join(letter for letter in set(text) if unicodedata.combining(letter))
    return re.sub(f"([{re.escape(marks)}]{{{MOST_MARKS}}})[{re.escape(marks)}]+", r"\1", text) if marks else text
