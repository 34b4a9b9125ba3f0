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
class ProfileChanged(Fact, why=_("so that search finds people as they describe themselves now"), readers=Readers.SELF, kept_days=30):
    """Somebody changed what they say of themselves."""

    person_id: int


@dataclass(frozen=True)
class PersonErased(Fact, why=_("to show that an erasure was carried out, without saying whose"), readers=Readers.OWNERS, kept_days=1095):
    """Somebody was taken out of this Junto. Holds no number of a person that exists."""

    texts_kept: bool
