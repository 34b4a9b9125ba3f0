"""Links that stand alone on a line: whoever writes one like that wants to show what stands there."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown_it.token import Token

from junto.kit.text.clean import clean
from junto.kit.text.grammar import read

ENDS = ("softbreak", "hardbreak")
SCHEMES = ("http://", "https://")


def standing_alone(source: str) -> tuple[str, ...]:
    """The web addresses of a text that have a line of their own, in a paragraph and not in a quote, a list or code; each once."""
    if "://" not in source:
        return ()
    lines = (line for token in read(clean(source)) if token.type == "inline" and token.level == 1 for line in _lines(token))
    return tuple(dict.fromkeys(address for line in lines if (address := _only_link(line)).lower().startswith(SCHEMES)))


def _lines(paragraph: Token) -> Iterator[Sequence[Token]]:
    for is_end, line in groupby(paragraph.children or (), key=lambda token: token.type in ENDS):
        if not is_end:
            yield [token for token in line if token.type != "text" or token.content.strip()]


def _only_link(line: Sequence[Token]) -> str:
    is_link = len(line) > 1 and line[0].type == "link_open" and line[-1].type == "link_close"
    return str(line[0].attrs["href"]) if is_link and sum(token.type == "link_open" for token in line) == 1 else ""
