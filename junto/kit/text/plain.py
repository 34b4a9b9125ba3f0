"""A rendered text without its markup: for search, notices, mail and short previews."""

import re
import unicodedata
from html import unescape

_ALT = re.compile(r'<img [^<>]*?alt="([^"]*)"[^>]*>')
_BLOCK_END = re.compile(r"<(?:br|hr)>|</(?:p|h[3-6]|li|pre|tr|blockquote)>\n?")
_BETWEEN_CELLS = re.compile(r"</t[hd]>\s*(?=<t)")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
LONGEST_WORD = 30
_JOINER = "\u200d"


def plain(html: str) -> str:
    """The words of HTML that `render` made: a line for each block, an image by its description."""
    text = _BLOCK_END.sub("\n", _BETWEEN_CELLS.sub(" ", _ALT.sub(r"\1", html)))
    return _BLANK_LINES.sub("\n", unescape(_TAG.sub("", text))).strip()


def excerpt(plain: str, length: int = 200) -> str:
    """The beginning of a plain text on one line, at most `length` characters, cut between words where the script has spaces."""
    line = " ".join(plain[: 4 * length].split())
    if len(line) <= length and len(plain) <= 4 * length:
        return line
    cut = _whole_letters(line, min(length, len(line) + 1) - 1)
    space = line.rfind(" ", max(0, cut - LONGEST_WORD), cut + 1)
    return line[: space if space > 0 else cut].rstrip(" ,;:.-–—") + "…"


def _whole_letters(line: str, cut: int) -> int:
    """The cut moved back so that no letter loses its accent, and no joined sign falls apart."""
    while 0 < cut < len(line) and (_clings(line[cut]) or line[cut - 1] == _JOINER):
        cut -= 1
    return cut


def _clings(letter: str) -> bool:
    return letter == _JOINER or unicodedata.category(letter) in ("Mn", "Mc", "Me") or "\U0001f3fb" <= letter <= "\U0001f3ff"
