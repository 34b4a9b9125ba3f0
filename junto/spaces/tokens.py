"""The token of an invitation's link. Under the mark of its form it comes out the same each time, so a double press makes one."""

import base64
import secrets

from django.utils.crypto import salted_hmac


def token_under(mark: str, *said: object) -> str:
    """A token that nobody can guess: drawn, or made of the mark and what was said with it.

    The mark stands in the form alone, so that neither a backup nor the secret key is enough to make the token again.
    """
    if not mark:
        return secrets.token_urlsafe(24)
    made = salted_hmac("invitation", repr((mark, *said)), algorithm="sha256").digest()[:24]
    return base64.urlsafe_b64encode(made).decode()
