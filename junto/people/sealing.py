"""What allauth asks this house about the second step: how secrets are sealed, and whose passkeys these are."""

import base64
from contextlib import suppress
from urllib.parse import urlsplit

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

SECOND_STEP = "second step"


class Sealing(DefaultMFAAdapter):
    """Seals secrets with a key made of the secret key, so that a backup alone opens no account."""

    def encrypt(self, text: str) -> str:
        return seal(text, SECOND_STEP)

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken when the key is another one, and none of before."""
        return unseal(encrypted_text, SECOND_STEP)

    def get_totp_issuer(self) -> str:
        """The name an app shows beside the codes."""
        return f"Junto ({house_name()})"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are bound to this name by the browser."""
        return {"id": house_name(), "name": "Junto"}


def house_name() -> str:
    """The host name of this house: as the operator set it, never as a request claims it where that is set."""
    return urlsplit(settings.JUNTO_URL).hostname or context.request.get_host().partition(":")[0]


def seal(text: str, purpose: str) -> str:
    """The text as it is kept: it can be read only with the secret key, and only for the same purpose."""
    return _fernet(settings.SECRET_KEY, purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    """What was sealed. Raises InvalidToken when the key is another one, and none of before."""
    return _fernet(key_of(sealed, purpose), purpose).decrypt(sealed.encode()).decode()


def key_of(sealed: str, purpose: str) -> str:
    """The secret key with which that was sealed: the one of now, or one of before that still counts. Raises InvalidToken."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        with suppress(InvalidToken):
            _fernet(key, purpose).decrypt(sealed.encode())
            return str(key)
    raise InvalidToken


def _fernet(key: str, purpose: str) -> Fernet:
    made = salted_hmac("junto.people.sealing", purpose, secret=key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(made))
