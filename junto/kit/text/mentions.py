"""Mentions: `@[Name](person:7)` in the source, written by the editor; the number says who is meant, the name is what the writer saw."""

import re
from collections.abc import Iterable

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

SYNTAX = re.compile(r"@\[((?:[^\[\]\\\n]|\\.){1,200})\]\(person:([1-9][0-9]{0,17})\)")
TYPED = re.compile(r"(?<![^\s(\[\"'„“«])@([^\W\d_][\w'’-]{1,58})(?![\w@/:]|\.\w)")
"""A name that was typed after an @ and names nobody; no address of a mail or a page, no name of a package."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def mention(state: StateInline, silent: bool) -> bool:
    """Inline rule: takes a mention as one token; inside a link it is only a name."""
    found = SYNTAX.match(state.src, state.pos) if state.src.startswith("@[", state.pos) else None
    if not found:
        return False
    if not silent:
        token = state.push("text" if state.linkLevel else "mention", "", 0)
        token.content = ("@" if state.linkLevel else "") + _ESCAPED.sub(r"\1", found[1])
        token.meta = {"person": int(found[2])}
    state.pos = found.end()
    return True


def asked_for(tokens: Iterable[Token]) -> tuple[int, ...]:
    """The numbers of the persons mentioned, each once, in the order of the text."""
    inside = (child for token in tokens for child in token.children or ())
    return tuple(dict.fromkeys(child.meta["person"] for child in inside if child.type == "mention"))


def typed_by_hand(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The names typed after an @ outside code and links, each once, in the order of the text."""
    words = (text for token in tokens for text in _outside_links(token.children or ()))
    return tuple(dict.fromkeys(name for text in words for name in TYPED.findall(text)))


def _outside_links(inside: Iterable[Token]) -> Iterable[str]:
    depth = 0
    for child in inside:
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type == "text" and not depth:
            yield child.content
