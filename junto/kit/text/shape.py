"""What Junto changes in what Markdown understood: headings below the page's own, reading direction, links that name themselves, and
images of our own only.
"""

import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from junto.kit.text.addresses import OUTSIDE, is_outside, is_own_file

HEADINGS = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}
BOXES = ("ul", "ol", "li", "blockquote", "table")
LINES = ("p", "h3", "h4", "h5", "h6", "th", "td")
SIDES = {"text-align:left": "to-start", "text-align:center": "to-center", "text-align:right": "to-end"}
TICKS = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def shape(tokens: Sequence[Token]) -> None:
    """Changes the tokens of a whole text in place."""
    for at, token in enumerate(tokens):
        token.tag = HEADINGS.get(token.tag, token.tag)
        if token.type in ("th_open", "td_open"):
            _side_by_class(token)
        if token.children:
            token.children = _shape_line(token.children)
            if tokens[at - 2 : at] and tokens[at - 2].type == "list_item_open":
                _tick(token.children[0])
        elif token.type == "inline":
            _without_empty_heading(tokens, at)
    _give_direction(tokens)


def _side_by_class(cell: Token) -> None:
    """The content policy forbids inline style, which the table rule writes."""
    style = cell.attrs.pop("style", None)
    if style in SIDES:
        cell.attrSet("class", SIDES[str(style)])


def _without_empty_heading(tokens: Sequence[Token], at: int) -> None:
    """A heading without words, or a head cell without, is announced by screen readers as nothing."""
    for token in (tokens[at - 1], tokens[at + 1]):
        token.hidden = token.tag in HEADINGS.values()
        token.tag = "td" if token.tag == "th" else token.tag


def _tick(first: Token) -> None:
    """`- [x] done`: a task in a list."""
    mark = TICKS.get(first.content[:4]) if first.type == "text" else None
    if mark:
        first.content = mark + first.content[4:]


def _shape_line(line: Sequence[Token]) -> list[Token]:
    shaped: list[Token] = []
    link: int | None = None
    for token in line:
        if token.type == "link_open":
            link = len(shaped)
            token.attrs |= _leading_outside(str(token.attrs["href"]))
        elif token.type == "link_close" and link is not None:
            _name_the_link(shaped, link)
            link = None
        shaped.extend(_image(token, in_link=link is not None) if token.type == "image" else [token])
    return shaped


def _leading_outside(address: str) -> dict[str, str | int | float]:
    return {"rel": OUTSIDE} if is_outside(address) else {}


def _image(image: Token, *, in_link: bool) -> list[Token]:
    """An image of our own as it is, one from elsewhere as a link to it, or its words where a link already stands around it."""
    address = str(image.attrs["src"])
    words = "".join(child.content for child in image.children or ())
    if is_own_file(address):
        image.attrSet("loading", "lazy")
        return [image]
    if in_link:
        return [_text(words)]
    opening = Token("link_open", "a", 1, attrs=_leading_outside(address) | {"href": address})
    return [opening, _text(words if _has_words(words) else address), Token("link_close", "a", -1)]


def _name_the_link(line: list[Token], at: int) -> None:
    """A link without words shows its address, so that everybody can hear and see where it leads."""
    if not any(_has_words(_words(token)) for token in line[at + 1 :]):
        line.append(_text(str(line[at].attrs["href"])))


def _words(token: Token) -> str:
    return token.content + "".join(child.content for child in token.children or ())


def _has_words(text: str) -> bool:
    return any(letter.isprintable() and not letter.isspace() for letter in text)


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def _give_direction(tokens: Sequence[Token]) -> None:
    """Lines find their direction themselves (auto). A box around them cannot: browsers skip inner elements that have a direction
    of their own, so a box is told what its first letter says, and its bullets and borders stand on the right side.
    """
    waiting: list[Token] = []
    for token in tokens:
        if token.nesting == 1 and token.tag in BOXES:
            token.attrSet("dir", "auto")
            waiting.append(token)
        elif token.nesting == 1 and token.tag in LINES:
            token.attrSet("dir", "auto")
        elif token.nesting == -1 and token.tag in BOXES and waiting:
            waiting.pop()
        elif waiting and (side := _direction(token.content)):
            for box in waiting:
                box.attrSet("dir", side)
            waiting.clear()


def _direction(text: str) -> str:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return ""
