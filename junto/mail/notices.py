"""What somebody is told about mail."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice, Target, Told
from junto.mail.facts import AddressClosed
from junto.people.models import Person


class MailStopped(Notice):
    """Mail to my address does not arrive."""

    name = "mail_stopped"
    kinds = (AddressClosed,)
    icon = "mail"
    asks = True
    concern = Concern.ASKED

    def concerns(self, fact: AddressClosed) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,)

    def subject(self, fact: Fact) -> str:
        return f"mailbox:{fact.person_id}"  # type: ignore[attr-defined]  # wired to one kind only

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        own = f"mailbox:{reader.pk}"
        return {own: Target(reader.email or "", url("mail:address"))} if own in addresses else {}

    def says(self, told: Told) -> str:
        return _("Mail to %(address)s does not arrive, so Junto writes there no more. See what you can do.") % {
            "address": told.target.title
        }

    def because(self, told: Told) -> str:
        return _("It is your own address.")
