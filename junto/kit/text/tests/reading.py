"""Reads HTML as a browser would be given it, with a parser that is no part of the renderer."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

TAGS = {"p", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "s", "a", "img", "br", "hr"}
TAGS |= {"div", "table", "thead", "tbody", "tr", "th", "td", "span"}
VALUES = {
    "dir": r"auto|ltr|rtl",
    "tabindex": "0",
    "rel": "nofollow noopener noreferrer",
    "loading": "lazy",
    "start": r"\d{1,9}",
    "class": r"mention|code|as-typed|wide|to-(?:start|center|end)|[a-z]{1,3}\d?",
    "title": r"[\s\S]*",
    "alt": r"[\s\S]*",
    "href": r"[\s\S]*",
    "src": r"/files/[\s\S]*",
}
SCHEMES = {"http", "https", "mailto", "tel"}


class Reader(HTMLParser):
    """Keeps the elements as (tag, attributes), the text, and what stands open."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def attributes(html: str, tag: str) -> list[dict[str, str]]:
    """The attributes of every element of that name."""
    return [attrs for name, attrs in Reader(html).elements if name == tag]


def scheme(address: str) -> str:
    """The scheme as the most forgiving browser would find it: without white space and control characters, and unquoted."""
    bare = re.sub(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029]", "", unquote(address)).lower()
    found = re.match(r"([^/?#]*?):", bare)
    return found[1] if found else ""


def assert_harmless(html: str) -> None:
    """Nothing but the elements, attributes, values and schemes a text may have."""
    read = Reader(html)
    assert not read.others
    for tag, attrs in read.elements:
        assert tag in TAGS, tag
        for name, value in attrs.items():
            assert name in VALUES, (tag, name)
            assert re.fullmatch(VALUES[name], value), (tag, name, value)
        assert scheme(attrs.get("href", "")) in SCHEMES | {""}, attrs
