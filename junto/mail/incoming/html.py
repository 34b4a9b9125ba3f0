"""What a mail says that came as HTML only: Markdown, by the same door as every HTML from elsewhere."""

import nh3
from selectolax.lexbor import LexborHTMLParser

from junto.kit.text.clean import TooLong
from junto.kit.text.from_html import LONGEST_HTML, from_html

SIGNATURES = ".moz-signature, .gmail_signature, #Signature, #ms-outlook-mobile-signature, #AppleMailSignature"
NEVER_SHOWN = "head, style, script, title, o\\:p:empty"


def words_of_html(html: str) -> str:
    """The words, quotes as quotes. Signatures that the mail program marked as such are left out."""
    try:
        return from_html(_without_wrapping(html))
    except TooLong:
        return nh3.clean(html[: 10 * LONGEST_HTML], tags=set()).strip()


def _without_wrapping(html: str) -> str:
    """Without styles, of which Outlook sends more than words, and without marked signatures."""
    tree = LexborHTMLParser(html[: 10 * LONGEST_HTML])
    for node in tree.css(f"{NEVER_SHOWN}, {SIGNATURES}"):
        node.decompose()
    return (tree.body.html if tree.body else "") or ""
