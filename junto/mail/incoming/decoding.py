"""Bytes of a mail to text, whatever they claim to be. Nothing here raises: what cannot be read is shown as far as it can."""

import codecs
import re
from email.header import decode_header
from email.message import Message

NO_TEXT = {"idna", "punycode", "undefined", "mbcs", "oem", "unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape"}
"""Codecs that are none for mail, and take quadratic time or other liberties."""
LONGEST_HEADER = 4_000
_STUFFED = re.compile(r"^(>*) ?(.*)$", re.DOTALL)


def decoded(raw: bytes, charset: str | None) -> str:
    """The text. What calls itself Latin 1 is Windows 1252 nearly always, and is a part of it otherwise."""
    for name in (_codec(charset), "utf-8"):
        if name is not None:
            try:
                return raw.decode(name)
            except (UnicodeError, LookupError, ValueError):
                continue
    return raw.decode("cp1252", errors="replace")


def header(message: Message, name: str) -> str:
    """A header in words, on one line; empty when there is none."""
    value = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    given = decoded(value[:LONGEST_HEADER].encode("utf-8", "surrogateescape"), "utf-8")
    try:
        pieces = decode_header(given)
    except Exception:  # noqa: BLE001  # whatever the library stumbles over, the header stands there to be read
        return _on_one_line(given)
    return _on_one_line("".join(piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pieces))


def text_of(part: Message) -> str:
    """The words of a text part: its transfer encoding undone, its lines joined again where its program broke them."""
    raw = part.get_payload(decode=True)
    words = decoded(raw if isinstance(raw, bytes) else b"", part.get_content_charset())
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format") or "").lower() == "flowed":
        return unflowed(words, delete_space=str(part.get_param("delsp") or "").lower() == "yes")
    return words


def unflowed(words: str, *, delete_space: bool = False) -> str:
    """RFC 3676: a line that ends with a space goes on in the next one, as long as both are quoted equally deep."""
    lines: list[str] = []
    flows, before = False, ""
    for line in words.split("\n"):
        found = _STUFFED.match(line)
        quote, said = (found[1], found[2]) if found else ("", line)
        if flows and quote == before and said != "-- ":
            lines[-1] += said
        else:
            lines.append(f"{quote} {said}" if quote else said)
        flows, before = said.endswith(" ") and said != "-- ", quote
        if flows and delete_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _codec(charset: str | None) -> str | None:
    try:
        name = codecs.lookup((charset or "utf-8").strip("'\"")[:40]).name
    except (LookupError, ValueError):
        return None
    if name in NO_TEXT:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
