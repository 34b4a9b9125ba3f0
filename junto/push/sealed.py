"""Sealing what a browser is told, and showing its service who calls (VAPID, RFC 8292; aes128gcm, RFC 8188 and 8291).

Only loaded where somebody is called, or allows it.
"""

import base64
import hmac
import os
from datetime import timedelta
from functools import cache
from urllib.parse import urlsplit

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from joserfc import jwt
from joserfc.jwk import ECKey

from junto.kit.clock import now
from junto.push.models.device import Way

CURVE = ec.SECP256R1()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
GOOD_FOR = timedelta(hours=12)
STEP = 512
"""What is told is filled up to a multiple of so many bytes: its length tells nobody what it is about."""


def sealed_for(way: Way, text: bytes) -> bytes:
    """Only that browser can read it."""
    filled = text.ljust(-(-len(text) // STEP) * STEP)
    return bytes(
        http_ece.encrypt(
            filled, salt=os.urandom(16), private_key=ec.generate_private_key(CURVE), dh=_bytes(way.p256dh), auth_secret=_bytes(way.auth)
        )
    )


def signed_for(endpoint: str, secret: str) -> str:
    """The header by which its service knows that the house calls which it was told of: it had that secret key then."""
    to, key = urlsplit(endpoint), _private_key(secret)
    claims = {
        "aud": f"{to.scheme}://{to.netloc}",
        "exp": int((now() + GOOD_FOR).timestamp()),
        "sub": settings.JUNTO_URL or "https://localhost",
    }
    pem = ECKey.import_key(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return f"vapid t={jwt.encode({'typ': 'JWT', 'alg': 'ES256'}, claims, pem)}, k={_public(key)}"


def public_key() -> str:
    """What browsers are told, so that they take calls from this house only."""
    return _public(_private_key(settings.SECRET_KEY))


def _public(key: ec.EllipticCurvePrivateKey) -> str:
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def is_point(letters: str) -> bool:
    """Whether that is a public key."""
    try:
        return bool(ec.EllipticCurvePublicKey.from_encoded_point(CURVE, _bytes(letters)))
    except ValueError:
        return False


@cache
def _private_key(secret: str) -> ec.EllipticCurvePrivateKey:
    """Made of the secret key, so it is nowhere kept: a backup holds none, and whoever brings the secret key along has it again."""
    number = int.from_bytes(hmac.digest(secret.encode(), b"junto.push who calls", "sha512"), "big")
    return ec.derive_private_key(number % (ORDER - 1) + 1, CURVE)


def _bytes(letters: str) -> bytes:
    return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
