"""Proofs that this house made something, such as an address: made of the secret key, and believed of those of before that still count."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def proofs(salt: str, value: str) -> list[bytes]:
    """What each key makes of a value (SHA-256): the first one is given out, every one is believed."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [salted_hmac(salt, value, secret=key, algorithm="sha256").digest() for key in keys]
