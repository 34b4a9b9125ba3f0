"""Mentions: `@[Name](person:7)` in the source, written by the editor; the number says who is meant, the name is what the writer saw."""

import re
from collections.abc import Iterable

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

SYNTAX = re.compile(r"@\[((?:[^\[\]\\\n]|\\.){1,200})\]\(person:([1-9][0-9]{0,17})\)")
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
