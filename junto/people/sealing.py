"""What allauth asks this house about the second step: how secrets are sealed, and whose passkeys these are."""

import base64
from urllib.parse import urlsplit

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.crypto import salted_hmac


class Sealing(DefaultMFAAdapter):
    """Seals secrets with a key made of the secret key, so that a backup alone opens no account."""

    def encrypt(self, text: str) -> str:
        return seal(text, "second step")

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken when the key is another one."""
        return unseal(encrypted_text, "second step")

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
    return _fernet(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    """What was sealed. Raises InvalidToken when the key is another one."""
    return _fernet(purpose).decrypt(sealed.encode()).decode()


def _fernet(purpose: str) -> Fernet:
    key = salted_hmac("junto.people.sealing", purpose, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
