"""Writes a feed as Atom (RFC 4287), in pages (RFC 5005). Nothing here asks the database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from junto.interop.feeds.source import Entry
from junto.kit.text.door import from_elsewhere

ATOM = "application/atom+xml; charset=utf-8"
FIRST_YEAR = 2026
"""Stands in every id, as tag URIs (RFC 4151) want it: a year in which the host name was this house's. It never changes."""
NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no XML document may hold, not even escaped."""


@dataclass(frozen=True)
class Head:
    """What stands above the entries. `links` are whole addresses by their relation: `self`, `alternate`, `first`, `next`."""

    thing: str
    title: str
    language: str
    updated: datetime
    links: Mapping[str, str]


def write(head: Head, entries: "list[Entry]", base: str) -> bytes:
    """The document. `base` is the address of this house, `https://junto.example`."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": head.language})
    _text(feed, "id", _id(base, head.thing))
    _text(feed, "title", head.title)
    _text(feed, "updated", _moment(head.updated))
    for relation, address in head.links.items():
        kind = "text/html" if relation == "alternate" else "application/atom+xml"
        SubElement(feed, "link", {"rel": relation, "type": kind, "href": address})
    _text(feed, "generator", "Junto")
    for entry in entries:
        _entry(SubElement(feed, "entry"), entry, base)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="utf-8")


def _entry(element: Element, entry: Entry, base: str) -> None:
    _text(element, "id", _id(base, entry.thing))
    _text(element, "title", entry.title)
    _text(element, "published", _moment(entry.published))
    _text(element, "updated", _moment(entry.updated))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": base + entry.url})
    # Every entry has an author, or its feed does: what nobody in particular did is said by the house.
    _text(SubElement(element, "author"), "name", entry.author or "Junto")
    if entry.html:
        language = {"xml:lang": entry.language} if entry.language else {}
        _text(element, "content", from_elsewhere(entry.html, base), type="html", **language)


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = NO_XML.sub("", text)


def _id(base: str, thing: str) -> str:
    return f"tag:{urlsplit(base).hostname},{FIRST_YEAR}:{thing}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
