"""Which addresses a text may lead to, and web and mail addresses that stand bare in a sentence.

The linkifiers we could have taken need many seconds for 40,000 colons; these rules look at a bounded number of characters around
each ':' and '@'.
"""

import re
from urllib.parse import urlsplit

from markdown_it.rules_inline import StateInline

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LONGEST_ADDRESS = 2_000
OUTSIDE = "nofollow noopener noreferrer"
_SCHEME = re.compile(r"([^/?#:]*):")
_OWN_FILE = re.compile(r"/files/(?!.*\.\.)[\w%./-]+(?:\?[\w%=&.-]*)?")
_WEB_START = re.compile(r"(?<![A-Za-z0-9])https?\Z", re.IGNORECASE)
_WEB = re.compile(rf"//[^\s<>\"`\\\u3000-\u303f\uff00-\uff65]{{1,{LONGEST_ADDRESS}}}")
_MAIL_START = re.compile(r"(?<![\w.+-])[A-Za-z0-9](?:[\w.+-]{0,62}[\w+-])?\Z", re.ASCII)
_MAIL = re.compile(r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24}(?![\w@-])")


def may_lead_to(address: str) -> bool:
    """Whether a link may lead there: the web, mail, telephone, or a place in this house; nothing that could run."""
    scheme = _SCHEME.match(address)
    return len(address) <= LONGEST_ADDRESS and (not scheme or scheme[1].lower() in SCHEMES)


def is_outside(address: str) -> bool:
    """Whether an address leaves this house."""
    return address.startswith("//") or bool(_SCHEME.match(address))


def is_own_file(address: str) -> bool:
    """Whether an image may be shown from there: only what was uploaded here, so that no other host learns who reads."""
    return bool(_OWN_FILE.fullmatch(address))


def web_address(state: StateInline, silent: bool) -> bool:
    """Inline rule: https://… standing bare in a sentence becomes a link."""
    if state.src[state.pos] != ":" or silent or state.linkLevel:
        return False
    start, rest = _before(_WEB_START, state), _WEB.match(state.src, state.pos + 1)
    if not start or not rest:
        return False
    text = start + ":" + _without_end_of_sentence(rest[0])
    return len(text) <= LONGEST_ADDRESS and _has_host(text) and _link(state, start, text, text)


def mail_address(state: StateInline, silent: bool) -> bool:
    """Inline rule: somebody@example.org standing bare in a sentence becomes a link."""
    if state.src[state.pos] != "@" or silent or state.linkLevel:
        return False
    start, rest = _before(_MAIL_START, state), _MAIL.match(state.src, state.pos)
    if not start or not rest:
        return False
    return _link(state, start, start + rest[0], f"mailto:{start}{rest[0]}")


def _before(pattern: re.Pattern[str], state: StateInline) -> str:
    """What stands right before the position and begins an address; '' where another rule has already taken it."""
    found = pattern.search(state.src[max(0, state.pos - 66) : state.pos])
    return found[0] if found and state.pending.endswith(found[0]) else ""


def _without_end_of_sentence(text: str) -> str:
    """The address without the stop, comma or bracket that belongs to the sentence around it."""
    while True:
        text = text.rstrip("?!.,:;*_~'|")
        if not text.endswith((")", "]")) or text.count(text[-1]) <= text.count({")": "(", "]": "["}[text[-1]]):
            return text
        text = text[:-1]


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _link(state: StateInline, start: str, text: str, address: str) -> bool:
    href = state.md.normalizeLink(address)
    if not state.md.validateLink(href):
        return False
    state.pending = state.pending[: -len(start)]
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.push("text", "", 0).content = text
    state.push("link_close", "a", -1)
    state.pos += len(text) - len(start)
    return True
