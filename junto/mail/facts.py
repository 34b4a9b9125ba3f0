"""What can happen to mail."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class AddressClosed(Fact, why=_("so that you are told why no mail comes any more"), readers=Readers.SELF, kept_days=90):
    """Mail to somebody's address does not arrive or is not wanted, and nothing is written to it any more."""

    person_id: int
