"""Secrets and signatures as https://www.standardwebhooks.com says."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable

PREFIX = "whsec_"
BYTES = 32


def new_secret() -> str:
    """A secret as receivers enter it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def new_key() -> str:
    """What a delivery is known by: the same in every try."""
    return f"msg_{secrets.token_urlsafe(18)}"


def signed(key: str, moment: int, body: bytes, by: Iterable[str]) -> str:
    """The signatures of all secrets that are good now, so that a receiver may know either."""
    told = b".".join((key.encode(), str(moment).encode(), body))
    return " ".join(f"v1,{_signature(secret, told)}" for secret in by)


def _signature(secret: str, told: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return base64.b64encode(hmac.new(key, told, hashlib.sha256).digest()).decode()
