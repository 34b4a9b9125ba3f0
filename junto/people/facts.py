"""What can happen to people."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class PersonJoined(Fact, why=_("to know since when somebody is here"), readers=Readers.OWNERS, kept_days=None):
    """Somebody is new here."""

    person_id: int


@dataclass(frozen=True)
class PersonDeactivated(Fact, why=_("to know who ended an account"), readers=Readers.OWNERS, kept_days=1095):
    """An account was ended."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class PersonReturned(Fact, why=_("to know who reopened an account"), readers=Readers.OWNERS, kept_days=1095):
    """An account was opened again."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class AddressTaken(Fact, why=_("so that mail goes where you read it"), readers=Readers.SELF, kept_days=90):
    """Somebody signs in with another address from now on."""

    person_id: int


@dataclass(frozen=True)
class OwnershipGiven(Fact, why=_("to know who holds the keys, and who gave them"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody became an owner. `by_id` is None when the machine's operator did it."""

    person_id: int
    by_id: int | None


@dataclass(frozen=True)
class OwnershipEnded(Fact, why=_("to know who held the keys, and who took them back"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody is an owner no more."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class AuditingGiven(Fact, why=_("to know who may read the access log, and who decided it"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody became an auditor."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class AuditingEnded(Fact, why=_("to know who could read the access log, and who ended it"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody is an auditor no more."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class SignInLinkMade(Fact, why=_("so that you can see who could have signed in as you"), readers=Readers.OWNERS, kept_days=365):
    """An owner made a link with which somebody can choose a new password."""

    person_id: int
    by_id: int


@dataclass(frozen=True)
class ProfileChanged(Fact, why=_("so that search finds people as they describe themselves now"), readers=Readers.SELF, kept_days=30):
    """Somebody changed what they say of themselves."""

    person_id: int


@dataclass(frozen=True)
class PersonErased(Fact, why=_("to show that an erasure was carried out, without saying whose"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody was taken out of this Junto. Holds no number of a person that exists."""

    texts_kept: bool


@dataclass(frozen=True)
class SecondStepAdded(Fact, why=_("so that you can see when ways to sign in were added"), readers=Readers.SELF, kept_days=365):
    """Somebody set up an app for codes, or a passkey."""

    person_id: int
    how: str


@dataclass(frozen=True)
class SecondStepTakenOut(Fact, why=_("so that you can see who took away ways to sign in"), readers=Readers.OWNERS, kept_days=365):
    """An app, a passkey or all of them were taken out, by the person or, when everything was lost, by an owner."""

    person_id: int
    by_id: int
    how: str


@dataclass(frozen=True)
class RecoveryCodesMade(Fact, why=_("so that you can see when your recovery codes were made"), readers=Readers.SELF, kept_days=365):
    """Somebody got new recovery codes."""

    person_id: int


@dataclass(frozen=True)
class PasswordTakenOut(Fact, why=_("so that you can see when your password was taken out"), readers=Readers.SELF, kept_days=365):
    """Somebody signs in without a password from now on."""

    person_id: int


@dataclass(frozen=True)
class HouseRulesChanged(Fact, why=_("to know who changed who may come in"), readers=Readers.OWNERS, kept_days=1095):
    """An owner changed who may open an account."""

    by_id: int
    way: str


@dataclass(frozen=True)
class SecondStepAsked(Fact, why=_("to know who asked for a second step, and of whom"), readers=Readers.OWNERS, kept_days=1095):
    """An owner made a second step a duty, or ended that."""

    by_id: int
    of: str


@dataclass(frozen=True)
class LegalBasesChosen(Fact, why=_("to know who decided on what ground data is processed"), readers=Readers.OWNERS, kept_days=1095):
    """An owner chose legal bases for kinds of data."""

    by_id: int


@dataclass(frozen=True)
class IdentityLinked(Fact, why=_("so that you can see when ways to sign in were added"), readers=Readers.SELF, kept_days=365):
    """Somebody signs in with a provider from now on."""

    person_id: int
    provider: str


@dataclass(frozen=True)
class IdentityUnlinked(Fact, why=_("so that you can see who took away ways to sign in"), readers=Readers.SELF, kept_days=365):
    """Somebody signs in with a provider no more."""

    person_id: int
    by_id: int
    provider: str


@dataclass(frozen=True)
class EmergencyLinkMade(Fact, why=_("so that you can see who could have signed in as you"), readers=Readers.OWNERS, kept_days=365):
    """Whoever runs the machine made a link that lets somebody in past every other door."""

    person_id: int
