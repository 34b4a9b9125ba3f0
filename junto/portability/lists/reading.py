"""A file that somebody gives, read as what its name says it is, and carried from the preview to the moment it is taken in."""

import base64
import binascii
import zlib
from collections.abc import Callable

from django.utils.translation import gettext as _

from junto.portability.lists.csv_file import read_table
from junto.portability.lists.items import Listed, Unreadable
from junto.portability.lists.mailbox_file import read_mailbox
from junto.portability.lists.markdown_file import read_markdown

LARGEST = 1_000_000


def read_list(name: str, raw: bytes) -> Listed:
    """Its questions. Raises Unreadable."""
    if len(raw) > LARGEST:
        raise Unreadable(_("This file is larger than 1 MB. Bring it in parts."))
    reader = READERS.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise Unreadable(_("Give a file that ends with .csv, .md or .mbox."))
    listed = reader(raw)
    if not listed.items and not listed.left_out:
        raise Unreadable(_("There is no question in this file."))
    return listed


def packed(raw: bytes) -> str:
    """The file as a form carries it."""
    return base64.b64encode(zlib.compress(raw)).decode()


def unpacked(given: str) -> bytes:
    """The file again. Raises Unreadable for what was not packed here, or would become too large."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(given, validate=True), LARGEST + 1)
    except (binascii.Error, zlib.error, ValueError):
        raise Unreadable(_("The file did not arrive whole. Give it once more.")) from None


def _as_text(reader: Callable[[str], Listed]) -> Callable[[bytes], Listed]:
    def read(raw: bytes) -> Listed:
        if b"\0" in raw:
            raise Unreadable(_("This is no text. Save it as CSV or Markdown, in UTF-8."))
        try:
            words = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            words = raw.decode("cp1252", "replace")
        return reader(words.replace("\r\n", "\n").replace("\r", "\n"))

    return read


TEXT = _as_text(read_markdown)
READERS: dict[str, Callable[[bytes], Listed]] = {
    "csv": _as_text(read_table),
    "md": TEXT,
    "markdown": TEXT,
    "mbox": read_mailbox,
    "mbx": read_mailbox,
}
