"""What can happen to mail."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class AddressClosed(Fact, why=_("so that you are told why no mail comes any more"), readers=Readers.SELF, kept_days=90):
    """Mail to somebody's address does not arrive or is not wanted, and nothing is written to it any more."""

    person_id: int


@dataclass(frozen=True)
class MailBounced(Fact, why=_("so that no more mails go to an address that does not work"), readers=Readers.SELF, kept_days=180):
    """Another mail server told that a mail to this person did not arrive; `is_permanent` says that it never will."""

    person_id: int
    is_permanent: bool
