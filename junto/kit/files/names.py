"""What things are called in the store, and where people find them. Every name is drawn by lot; no person and no file chose any of it."""

import re
import secrets
from functools import lru_cache

from django.urls import reverse

RAW, WHOLE = "raw", "whole"
OURS = re.compile(r"(?:(?P<shard>[0-9a-f]{2})|begun)/(?P<key>[0-9a-f]{32})/[a-z0-9]+")
STAND_IN = "0" * 32


def new_key() -> str:
    """A name nobody can guess: 128 bits."""
    return secrets.token_hex(16)


def folder_of(key: str) -> str:
    """Where the parts of a file are kept: spread over 256 folders."""
    return f"{key[:2]}/{key}"


def begun_folder_of(key: str) -> str:
    """Where the pieces of an upload are kept until it is whole."""
    return f"begun/{key}"


def key_in(name: str) -> str:
    """The key of the file or upload something in the store belongs to; empty for what we did not put there."""
    found = OURS.fullmatch(name)
    return found["key"] if found else ""


@lru_cache(maxsize=4)
def _shape(size: str) -> str:
    return reverse("files:file", args=[STAND_IN, size])


def address(key: str, size: int | str) -> str:
    """The path at which a picture of that side is found; nothing when there is none."""
    return _shape(str(size)).replace(STAND_IN, key) if key else ""
