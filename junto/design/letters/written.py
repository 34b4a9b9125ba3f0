"""What people wrote, as letters show it: links by their whole address, pictures by what they show. Opening a letter fetches nothing."""

import re

import nh3
from markupsafe import Markup

from junto.design.letters.links import absolute
from junto.kit.text.door import ATTRIBUTES, TAGS

PICTURE = re.compile(r"<img ([^<>]*)>")
SAID = re.compile(r'(src|alt)="([^"]*)"')
LEFT_OUT = {"img", "span", "div"}


def for_letters(html: str) -> Markup:
    """The HTML of a post for a mail program."""
    return Markup(_cleaner().clean(PICTURE.sub(_described, html)))


def _described(picture: re.Match[str]) -> str:
    said = dict(SAID.findall(picture[1]))
    return f'<a href="{said.get("src", "/")}">{said.get("alt") or said.get("src", "/")}</a>'


def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items() if tag not in LEFT_OUT}
    return nh3.Cleaner(tags=set(TAGS) - LEFT_OUT, attributes=attributes, attribute_filter=_whole, link_rel=None)


def _whole(tag: str, name: str, value: str) -> str:
    return absolute(value) if name == "href" else value
