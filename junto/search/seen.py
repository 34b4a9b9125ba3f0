"""Where a list of results goes on: the token holds the addresses already shown.

A rank is no key: BM25 changes with every document that is added, and a place in the list would skip or repeat. What was shown
is never shown again, and what was not is still to come, whatever arrives in between.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Sequence

ADDRESS = re.compile(r"[a-z]{1,20}:[0-9]{1,18}")
MOST = 400
LONGEST_TOKEN = 4000
LONGEST = 20_000


def write(addresses: Sequence[str]) -> str:
    """A token for these addresses."""
    packed = zlib.compress(json.dumps(list(addresses), separators=(",", ":")).encode(), 9)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read(token: str) -> list[str]:
    """The addresses of a token; none when it cannot be read, because links get cut in mails."""
    if not token or len(token) > LONGEST_TOKEN:
        return []
    try:
        packed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        addresses = json.loads(zlib.decompressobj().decompress(packed, LONGEST))
    except (ValueError, binascii.Error, zlib.error, RecursionError):
        return []
    whole = isinstance(addresses, list) and len(addresses) <= MOST
    return addresses if whole and all(isinstance(each, str) and ADDRESS.fullmatch(each) for each in addresses) else []
