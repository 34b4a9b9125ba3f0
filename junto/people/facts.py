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
