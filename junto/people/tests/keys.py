"""A device with a passkey, made of nothing but bytes: it does what a phone does, and what a phone would never do."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """Keeps one key for one person at one house."""

    origin: str = "https://testserver"
    house: str = "testserver"
    verifies: bool = True
    number: bytes = b"a key of this device"
    person: str = ""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: dict[str, Any]) -> str:
        """A new passkey, as the browser sends it."""
        self.person = options["user"]["id"]
        credential = AttestedCredentialData.create(Aaguid.NONE, self.number, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(self._house(), self._flags() | ATTESTED, 0, credential)
        made = AttestationObject.create("none", data, {})
        response = {"clientDataJSON": self._said("webauthn.create", options), "attestationObject": websafe_encode(bytes(made))}
        return self._sent(response)

    def sign(self, options: dict[str, Any], person: str | None = None) -> str:
        """The answer to a challenge; `person` claims to be somebody."""
        said = self._said("webauthn.get", options)
        data = AuthenticatorData.create(self._house(), self._flags(), 0)
        signature = self.key.sign(bytes(data) + hashlib.sha256(_raw(said)).digest(), ec.ECDSA(hashes.SHA256()))
        response = {"clientDataJSON": said, "authenticatorData": websafe_encode(bytes(data)), "signature": websafe_encode(signature)}
        return self._sent({**response, "userHandle": person or self.person})

    def _said(self, kind: str, options: dict[str, Any]) -> str:
        said = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return websafe_encode(json.dumps(said).encode())

    def _sent(self, response: dict[str, str]) -> str:
        number = websafe_encode(self.number)
        results = {"credProps": {"rk": True}}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": response, "clientExtensionResults": results})

    def _house(self) -> bytes:
        return hashlib.sha256(self.house.encode()).digest()

    def _flags(self) -> int:
        return PRESENT | (VERIFIED if self.verifies else 0)


def _raw(said: str) -> bytes:
    from fido2.utils import websafe_decode

    return websafe_decode(said)
