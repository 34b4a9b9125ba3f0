"""Passkeys (WebAuthn): a key that stays on a device signs a challenge. allauth and fido2 do the reckoning."""

import json
import logging
import struct
from collections.abc import Callable
from typing import Any, TypeVar

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError

from junto.kit.facts import announce, verb
from junto.kit.text.line import one_line
from junto.kit.work import later
from junto.people import facts
from junto.people.letters import tell_of_change
from junto.people.models import Identity, Person
from junto.people.second_step import PASSKEY, first_codes, take_out, ways_of

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
NAME_LENGTH = 60
HOSTILE = (
    *(ValidationError, InvalidSignature, ValueError, TypeError, KeyError, AttributeError, IndexError, struct.error, OverflowError),
    RecursionError,
)
"""What the reading of bytes that anybody may have made up can end in; brackets within brackets without end among it."""


class LastWay(Exception):
    """Nothing would be left with which this person could sign in."""


def to_add(person: Person) -> dict[str, Any]:
    """What the browser has to know to make a passkey that can sign in all by itself. The challenge stays in the session."""
    return _plain(auth.begin_registration(person, passwordless=True))


def to_sign(person: Person | None) -> dict[str, Any]:
    """What the browser has to know to sign: for a person who is known, or for whoever has a passkey of this house."""
    return _plain(auth.begin_authentication(person))


def signer(said: str) -> Authenticator | None:
    """The passkey that signed for a sign-in; whose it is stands in the answer."""

    def read(credential: dict[str, Any]) -> Authenticator:
        return auth.complete_authentication(auth.extract_user_from_response(credential), credential)

    return _believed(said, read)


def signed_by(person: Person, said: str) -> bool:
    """Whether a passkey of this person signed."""
    row = _believed(said, lambda credential: auth.complete_authentication(person, credential))
    if row:
        row.record_usage()
    return row is not None


def readable(said: str) -> dict[str, Any] | None:
    """A new passkey as the browser made it, when it answers the challenge and knows its person."""

    def read(credential: dict[str, Any]) -> dict[str, Any] | None:
        made = auth.complete_registration(credential)
        return credential if made.is_user_verified() else None

    return _believed(said, read)


@verb
def add_passkey(person: Person, name: str, credential: dict[str, Any]) -> list[str]:
    """From now on the person can sign in with it. Gives the recovery codes when these are the first."""
    auth.WebAuthn.add(person, one_line(name, NAME_LENGTH), credential)
    announce(facts.SecondStepAdded(person_id=person.pk, how=PASSKEY.value))
    later(tell_of_change, person_id=person.pk)
    return first_codes(person)


@verb
def rename_passkey(row: Authenticator, name: str) -> None:
    """Another name, to know it by."""
    row.data["name"] = one_line(name, NAME_LENGTH) or row.data["name"]
    row.save(update_fields=["data"])


@verb
def take_out_passkey(person: Person, row: Authenticator) -> None:
    """It opens nothing from now on. Raises LastWay."""
    ways = ways_of(person)
    others = ways.password or ways.passkeys != [row] or Identity.objects.filter(person=person).exists()
    if not others:
        raise LastWay
    take_out(person, row, by=person)


@verb
def do_without_password(person: Person) -> None:
    """Signs in without a password from now on. Raises LastWay."""
    if not ways_of(person).passkeys and not Identity.objects.filter(person=person).exists():
        raise LastWay
    person.take_out_password()
    announce(facts.PasswordTakenOut(person_id=person.pk))
    later(tell_of_change, person_id=person.pk)


def _believed(said: str, read: Callable[[dict[str, Any]], Answer]) -> Answer | None:
    try:
        return read(json.loads(said))
    except HOSTILE as error:
        log.info("a passkey was not believed: %s", type(error).__name__)
        return None


def _plain(options: dict[str, Any]) -> dict[str, Any]:
    """As the browser's own reader of such options takes them."""
    return dict(json.loads(json.dumps(options))["publicKey"])
