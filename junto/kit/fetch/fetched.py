"""What was fetched, and what it is. Only what the bytes say counts, never what the other side claims."""

import re
from typing import NamedTuple

PAGE, PICTURE, OTHER = "page", "picture", "other"
LOOKED_AT = 4_096
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|title|meta|body|link|script)[\s>/]", re.IGNORECASE)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"RIFF", b"\x00\x00\x00")


class Fetched(NamedTuple):
    """An answer. `address` is where it came from in the end; nothing is in `body` when it has not changed since."""

    address: str
    kind: str
    body: bytes
    charset: str = ""
    """What the other side says of its letters; it may be wrong."""
    etag: str = ""
    modified: str = ""
    is_unchanged: bool = False


def kind_of(body: bytes) -> str:
    """PAGE or PICTURE by its first bytes; whoever draws a picture looks at it closely."""
    head = body[:LOOKED_AT]
    if head.startswith(_PICTURES):
        return PICTURE
    text = head.replace(b"\0", b"")
    return PAGE if _PAGE.search(text) else OTHER
