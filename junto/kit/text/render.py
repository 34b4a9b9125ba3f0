"""The one way from what a person typed to what a page shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markdown_it.token import Token

from junto.kit.text.clean import clean
from junto.kit.text.code import Colours
from junto.kit.text.door import let_through
from junto.kit.text.grammar import MARKDOWN, read
from junto.kit.text.mentions import asked_for, typed_by_hand
from junto.kit.text.plain import plain
from junto.kit.text.shape import shape

VERSION = 1  # raise it when the same source should look different; `rerender` then brings what is stored up to date


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text ready for a page: safe HTML, its words, the persons really mentioned, the addresses it leads to."""

    html: str
    plain: str
    version: int
    mentions: tuple[int, ...]
    links: tuple[str, ...]


def render(source: str, *, people: Mapping[int, str] | None = None) -> Rendered:
    """Renders Markdown. `people` maps the numbers of those who may be mentioned here to their present names. Raises TooLong."""
    people = people or {}
    tokens = read(clean(source))
    shape(tokens)
    html = let_through(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {"people": people, "colours": Colours()}))
    mentions = tuple(number for number in asked_for(tokens) if number in people)
    return Rendered(html, plain(html), VERSION, mentions, _links(tokens))


def mentioned(source: str) -> tuple[int, ...]:
    """The numbers of the persons a source mentions outside code, each once, in order: whom the caller then asks whether they may see it."""
    return asked_for(read(clean(source))) if "(person:" in source else ()


def named_by_hand(source: str) -> tuple[str, ...]:
    """The names somebody typed after an @ without choosing a person: nobody is told by them."""
    return typed_by_hand(read(clean(source))) if "@" in source else ()


def _links(tokens: Iterable[Token]) -> tuple[str, ...]:
    children = (child for token in tokens for child in token.children or ())
    return tuple(dict.fromkeys(str(child.attrs["href"]) for child in children if child.type == "link_open"))
