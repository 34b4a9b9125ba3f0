"""The second door: whatever the first one let through, only these elements, attributes, classes and schemes reach a page."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import nh3

from junto.kit.text.addresses import OUTSIDE, SCHEMES
from junto.kit.text.code import CLASSES

TAGS = frozenset({
    "p", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "s", "a", "img", "br", "hr", "div",
    "table", "thead", "tbody", "tr", "th", "td", "span",
})  # fmt: skip
ATTRIBUTES = {
    **{tag: frozenset({"dir"}) for tag in ("p", "h3", "h4", "h5", "h6", "blockquote", "ul", "li", "table", "th", "td")},
    "ol": frozenset({"dir", "start"}),
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title", "loading"}),
}
FIXED = {"a": {"rel": {OUTSIDE}}, "pre": {"dir": {"auto"}, "tabindex": {"0"}}, "div": {"tabindex": {"0"}}}
CLASS_NAMES = {
    "a": {"mention"},
    "pre": {"code", "as-typed"},
    "div": {"wide"},
    "th": {"to-start", "to-center", "to-end"},
    "td": {"to-start", "to-center", "to-end"},
    "span": set(CLASSES),
}
OPEN: dict[str, Any] = {
    "tags": set(TAGS),
    "attributes": {tag: set(names) for tag, names in ATTRIBUTES.items()},
    "tag_attribute_values": FIXED,
    "allowed_classes": CLASS_NAMES,
    "url_schemes": set(SCHEMES),
    "link_rel": None,
}
_CLEANER = nh3.Cleaner(**OPEN)


def let_through(html: str) -> str:
    """The HTML, with anything not on the lists taken out."""
    return _CLEANER.clean(html)


def from_elsewhere(html: str, base: str) -> str:
    """The same for a reader who is not here (a feed, a letter): links to pages of this house begin with its address, `https://junto.example`."""
    return _leading_back(base).clean(html)


@lru_cache(maxsize=8)
def _leading_back(base: str) -> nh3.Cleaner:
    return nh3.Cleaner(**OPEN, attribute_filter=_with(base))


def _with(base: str) -> Callable[[str, str, str], str]:
    def whole(tag: str, name: str, value: str) -> str:
        inside = name in ("href", "src") and value.startswith("/") and not value.startswith("//")
        return base + value if inside else value

    return whole
