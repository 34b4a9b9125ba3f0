"""Kinds of mail that somebody can stop as a whole, by one press in their mail program."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.plugins import Plugin
from junto.mail.models import AddressTrouble, Stop
from junto.people.models import Person


class Mailing(Plugin):
    """One kind of mail, by its name. A room above puts its own into its `mailings.py`."""

    title: ClassVar[str | Promise]
    """What comes no more: it stands after a tick on a page."""

    def reaches(self, person: Person) -> bool:
        """Whether a mail of this kind may go to this person: there is an address, it works, and they did not stop it."""
        if not person.email or AddressTrouble.objects.of(person).closed().exists():
            return False
        return not Stop.objects.stands(person, self.name)


class Calls(Mailing):
    """What `notify` calls people to."""

    name = "calls"
    title = _("Mails about what concerns you")
