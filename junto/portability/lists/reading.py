"""A file that somebody gives, read as what its name says it is, and carried from the preview to the moment it is taken in."""

import base64
import binascii
import codecs
import zlib
from collections.abc import Callable

from django.utils.translation import gettext as _

from junto.portability.lists.csv_file import read_table
from junto.portability.lists.items import Listed, Unreadable
from junto.portability.lists.mailbox_file import read_mailbox
from junto.portability.lists.markdown_file import read_markdown

LARGEST = 1_000_000
LARGEST_PACKED = 950_000
"""What a form without a file may carry, less a little for what else is in it (DATA_UPLOAD_MAX_MEMORY_SIZE)."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
    """The file as a form carries it, in letters that no form has to write otherwise. Raises Unreadable for one that stays too large."""
    carried = base64.urlsafe_b64encode(zlib.compress(raw, 9)).decode()
    if len(carried) > LARGEST_PACKED:
        said = _("There is more in this file than can be taken in at once. Bring it in parts, or without pictures and attachments.")
        raise Unreadable(said)
    return carried


def unpacked(given: str) -> bytes:
    """The file again. Raises Unreadable for what was not packed here, or would become too large."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(given, altchars=b"-_", validate=True), LARGEST + 1)
    except (binascii.Error, zlib.error, ValueError):
        raise Unreadable(_("The file did not arrive whole. Give it once more.")) from None


def _as_text(reader: Callable[[str], Listed]) -> Callable[[bytes], Listed]:
    def read(raw: bytes) -> Listed:
        words = _decoded(raw)
        if "\0" in words:
            raise Unreadable(_("This is no text. Save it as CSV or Markdown, in UTF-8."))
        return reader(words.replace("\r\n", "\n").replace("\r", "\n"))

    return read


def _decoded(raw: bytes) -> str:
    """As UTF-8, as what spreadsheets call Unicode, or as older programs write."""
    if raw.startswith(UTF_16):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


TEXT = _as_text(read_markdown)
READERS: dict[str, Callable[[bytes], Listed]] = {
    "csv": _as_text(read_table),
    "md": TEXT,
    "markdown": TEXT,
    "mbox": read_mailbox,
    "mbx": read_mailbox,
}
