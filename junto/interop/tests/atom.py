"""Reads feeds as strictly as RFC 4287 writes them, and as an independent reader (feedparser) does."""

import re
from collections import Counter
from xml.etree.ElementTree import Element, fromstring

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = {"id": "1", "title": "1", "updated": "1", "link": "+", "generator": "?", "author": "*", "entry": "*"}
ENTRY = {"id": "1", "title": "1", "updated": "1", "published": "?", "link": "+", "author": "+", "content": "?"}
MANY = {"1": (1, 1), "?": (0, 1), "+": (1, 10), "*": (0, 1000)}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
WHOLE = re.compile(r"(https?://|tag:)\S+")


def read(answer) -> feedparser.FeedParserDict:
    """The feed of an answer, once nothing is wrong with it."""
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = fromstring(answer.content)
    assert wrong(feed) == []
    found = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]}, sanitize_html=False)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def wrong(feed: Element) -> list[str]:
    """What RFC 4287 does not allow in there."""
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    said = [*_counts(feed, FEED), *(each for entry in entries for each in _counts(entry, ENTRY))]
    moments = [moment.text or "" for name in ("updated", "published") for moment in feed.iter(ATOM + name)]
    said += [f"no moment: {moment}" for moment in moments if not MOMENT.fullmatch(moment)]
    addresses = [*(each.text or "" for each in feed.iter(f"{ATOM}id")), *(link.attrib["href"] for link in feed.iter(f"{ATOM}link"))]
    said += [f"not whole: {address}" for address in addresses if not WHOLE.fullmatch(address)]
    said += [f"twice: {name}" for name, count in Counter(entry.findtext(f"{ATOM}id") for entry in entries).items() if count > 1]
    said += ["an author without a name" for author in feed.iter(f"{ATOM}author") if not author.findtext(f"{ATOM}name")]
    said += [
        f"content is {content.get('type')}" for content in feed.iter(f"{ATOM}content") if content.get("type") != "html" or len(content)
    ]
    alternates = [sum(link.get("rel") == "alternate" for link in each.findall(f"{ATOM}link")) for each in (feed, *entries)]
    return said + (["one page for each thing"] if set(alternates) != {1} else [])


def _counts(element: Element, allowed: dict[str, str]) -> list[str]:
    there = Counter(child.tag.removeprefix(ATOM) for child in element)
    unknown = [f"unknown: {name}" for name in there if name not in allowed]
    return unknown + [f"{there[name]} of {name}" for name, many in allowed.items() if not MANY[many][0] <= there[name] <= MANY[many][1]]
