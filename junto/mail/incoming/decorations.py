"""Pictures in a mail that nobody means to show: logos of signatures, and pictures in what is quoted."""

from selectolax.lexbor import LexborHTMLParser

from junto.kit.text.from_html import LONGEST_HTML
from junto.mail.incoming.decoding import header, text_of
from junto.mail.incoming.html import SIGNATURES
from junto.mail.incoming.letter import Attachment, Letter

SMALL = 10_000
"""Bytes. A picture that somebody puts between their words holds more; a logo seldom does."""
NOT_THEIR_WORDS = ("blockquote", ".gmail_quote", ".yahoo_quoted", *SIGNATURES.split(", "))
QUOTE_BEGINS = "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, .OutlookMessageHeader"
"""Where Outlook puts what is answered: everything behind it."""


def decorations_of(letter: Letter) -> set[int]:
    """The numbers of those among its attachments."""
    inline = {_id(each): each for each in letter.attachments if _id(each)}
    if not inline:
        return set()
    html = "\n".join(text_of(part) for part in letter.parts_of("text/html"))
    places = _places(html[: 10 * LONGEST_HTML])
    return {each.number for name, each in inline.items() if _is_decoration(each, places.get(name, []))}


def _is_decoration(each: Attachment, places: list[bool]) -> bool:
    """It stands only where the words are not this person's; or it is small, or stands there more than once."""
    return bool(places) and (all(places) or len(places) > 1 or len(each.content()) < SMALL)


def _id(each: Attachment) -> str:
    """Under which name the words refer to the picture; nothing for what was attached."""
    if not each.kind.startswith("image/") or each.part.get_content_disposition() == "attachment":
        return ""
    return header(each.part, "Content-ID").strip(" <>")


def _places(html: str) -> dict[str, list[bool]]:
    """For each picture the words refer to: for each place where it stands, whether those words are quoted or a signature."""
    found: dict[str, list[bool]] = {}
    tree, behind = LexborHTMLParser(html), False
    quoted = {node.mem_id for around in NOT_THEIR_WORDS for node in tree.css(f"{around} img")}
    for node in tree.css(f"img, {QUOTE_BEGINS}"):
        source = node.attributes.get("src") or ""
        if node.tag != "img":
            behind = True
        elif source.lower().startswith("cid:"):
            found.setdefault(source[4:], []).append(behind or node.mem_id in quoted)
    return found
