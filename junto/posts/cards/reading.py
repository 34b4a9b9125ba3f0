"""What a page says of itself: title, site, a sentence, a picture. All of it was written elsewhere and is only words here."""

import codecs
import re
from typing import NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from junto.kit.fetch import Fetched
from junto.kit.text.line import one_line
from junto.posts.cards.face import LONGEST_SITE, site_of

LONGEST_TITLE, LONGEST_DESCRIPTION = 160, 240
MOST_SAID = 300
TITLE = ("og:title", "twitter:title")
DESCRIPTION = ("og:description", "twitter:description", "description")
PICTURE = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
LETTERS_IN = re.compile(rb"<meta[^>]{0,200}?charset\s*=[\s\"']*([\w.:-]{2,40})", re.IGNORECASE)
LOOKED_AT = 4_096
MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
KNOWN = frozenset({
    "utf-8", "ascii", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8-r", "koi8-u", "shift_jis",
    "euc_jp", "euc_kr", "gb2312", "gbk", "gb18030", "big5", "tis-620", *(f"iso8859-{part}" for part in range(1, 17)),
})  # fmt: skip
"""Ways to write letters that are read in one pass; others Python knows can be made to take very long."""


class Said(NamedTuple):
    """What a card says. `picture` is an address, not yet judged."""

    title: str
    site: str
    description: str
    picture: str


def read(page: Fetched) -> Said:
    """What the page says of itself, on clean single lines; the title is empty when it says none."""
    tree = LexborHTMLParser(_letters(page))
    meant = _meant(tree)
    own = tree.css_first("title")
    title = _first(meant, TITLE) or (own.text() if own else "")
    site = one_line(meant.get("og:site_name", ""), LONGEST_SITE) or site_of(page.address)
    picture = _first(meant, PICTURE)
    return Said(
        one_line(title, LONGEST_TITLE),
        site,
        one_line(_first(meant, DESCRIPTION), LONGEST_DESCRIPTION),
        _absolute(page.address, picture) if picture else "",
    )


def _meant(tree: LexborHTMLParser) -> dict[str, str]:
    """What the elements for machines say; the first of each name counts."""
    meant: dict[str, str] = {}
    for element in tree.css("meta[content]")[:MOST_SAID]:
        name = (element.attributes.get("property") or element.attributes.get("name") or "").strip().lower()
        meant.setdefault(name, (element.attributes.get("content") or "").strip())
    return meant


def _first(meant: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meant[name] for name in names if meant.get(name)), "")


def _absolute(address: str, to: str) -> str:
    try:
        return urljoin(address, to.strip())
    except ValueError:
        return ""


def _letters(page: Fetched) -> str:
    """By the mark at its beginning, by what the other side says, by what the page says; otherwise UTF-8."""
    for mark, name in MARKS.items():
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(name, "replace")
    found = LETTERS_IN.search(page.body[:LOOKED_AT])
    name = _known(page.charset) or _known(found[1].decode("ascii") if found else "") or "utf-8"
    return page.body.decode(name, "replace")


def _known(name: str) -> str:
    try:
        proper = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    return ("cp1252" if proper in ("iso8859-1", "ascii") else proper) if proper in KNOWN else ""
