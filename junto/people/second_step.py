"""A second step at sign-in: codes from an app (TOTP, RFC 6238), and recovery codes for the day the app is lost.

allauth keeps them and works the codes out. What is ours: secrets are kept sealed, and a code counts once.
"""

import logging
from dataclasses import dataclass
from functools import cached_property

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, validate_totp_code, yield_hotp_counters_from_time
from cryptography.fernet import InvalidToken

from junto.kit.facts import announce, verb
from junto.kit.work import later
from junto.people import facts
from junto.people.letters import tell_of_change
from junto.people.models import Look, LookKind, Person

log = logging.getLogger(__name__)
APP, CODES, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES, Authenticator.Type.WEBAUTHN


@dataclass(frozen=True)
class Ways:
    """How somebody can show that they are themselves."""

    password: bool
    kept: list[Authenticator]

    @cached_property
    def app(self) -> Authenticator | None:
        """The app they take codes from."""
        return next((each for each in self.kept if each.type == APP), None)

    @cached_property
    def passkeys(self) -> list[Authenticator]:
        return [each for each in self.kept if each.type == PASSKEY]

    @cached_property
    def codes(self) -> bool:
        """Whether a code can be asked for: from the app, or one of those for recovery."""
        return any(each.type in (APP, CODES) for each in self.kept)

    @cached_property
    def codes_left(self) -> int:
        """How many recovery codes were not used yet."""
        return sum(len(_unused(each)) for each in self.kept if each.type == CODES)

    @property
    def second_step(self) -> bool:
        """Whether the password alone does not let them in."""
        return bool(self.app or self.passkeys)


def ways_of(person: Person) -> Ways:
    """All ways of a person, in one query."""
    return Ways(person.has_usable_password(), list(Authenticator.objects.filter(user=person).order_by("created_at", "pk")))


def app_fits(secret: str, code: str) -> bool:
    """Whether an app that was just given this secret shows the right code."""
    return validate_totp_code(secret, code)


@verb
def use_code(person: Person, code: str) -> bool:
    """Whether the code is right, and used for the first time. Two who send the same code at once: one is let in."""
    rows = Authenticator.objects.select_for_update().filter(user=person, type__in=(APP, CODES)).order_by("-type")
    return any(_fits(row, code) for row in rows)


@verb
def set_up_app(person: Person, secret: str) -> list[str]:
    """From now on sign-in asks for a code. Gives the recovery codes when these are the first."""
    TOTP.activate(person, secret)
    _changed(facts.SecondStepAdded(person_id=person.pk, how=APP.value), person)
    return first_codes(person)


@verb
def take_out(person: Person, row: Authenticator, *, by: Person) -> None:
    """One way less. Recovery codes go with the last thing they were to recover."""
    row.delete()
    if not ways_of(person).second_step:
        Authenticator.objects.filter(user=person).delete()
    _changed(facts.SecondStepTakenOut(person_id=person.pk, by_id=by.pk, how=row.type), person)


@verb
def take_out_all(person: Person, *, by: Person, why: str = "") -> None:
    """An owner helps somebody who lost their phone and their codes: the password alone lets them in again."""
    Authenticator.objects.filter(user=person).delete()
    _changed(facts.SecondStepTakenOut(person_id=person.pk, by_id=by.pk, how="all"), person)
    Look.objects.note(LookKind.SECOND_STEP, by=by, people=[person.pk], why=why)


def first_codes(person: Person) -> list[str]:
    """Recovery codes for somebody who has none yet."""
    return [] if Authenticator.objects.filter(user=person, type=CODES).exists() else new_codes(person)


@verb
def new_codes(person: Person) -> list[str]:
    """Ten new recovery codes, to be shown once; the old ones are worth nothing from now on."""
    Authenticator.objects.filter(user=person, type=CODES).delete()
    announce(facts.RecoveryCodesMade(person_id=person.pk))
    return list(RecoveryCodes.activate(person).get_unused_codes())


def _changed(fact: facts.SecondStepAdded | facts.SecondStepTakenOut, person: Person) -> None:
    announce(fact)
    later(tell_of_change, person_id=person.pk)


def _fits(row: Authenticator, code: str) -> bool:
    """Without the key they were sealed with no code is right: an empty secret would let anybody in who knows how codes are made."""
    try:
        return _app_shows(row, code) if row.type == APP else bool(row.wrap().validate_code(code))
    except InvalidToken:
        log.error("a second step cannot be read: it was sealed with another secret key")
        return False


def _app_shows(row: Authenticator, code: str) -> bool:
    """The code of now, or of half a minute before or after; neither it nor an older one counts again."""
    secret = _opened(row)
    for counter in yield_hotp_counters_from_time():
        fits = compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter)))
        if fits and counter > row.data.get("counter", 0):
            row.data["counter"] = counter
            row.save(update_fields=["data"])
            return True
    return False


def _opened(row: Authenticator) -> str:
    from allauth.mfa.utils import decrypt

    return str(decrypt(row.data["secret"]))


def _unused(row: Authenticator) -> list[str]:
    try:
        return list(row.wrap().get_unused_codes())
    except InvalidToken:
        return []
