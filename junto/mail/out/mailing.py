"""Kinds of mail that somebody can stop as a whole, by one press in their mail program."""

from collections.abc import Sequence
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
    number: ClassVar[int]
    """Stands in the addresses to which its letters are answered, and so never changes."""
    if_answered: ClassVar[str | Promise]
    """Why an answer to such a letter is no post, and where to write instead; it follows a colon."""

    @classmethod
    def numbered(cls, number: int) -> "Mailing | None":
        """The kind with this number."""
        return next((each for each in cls.every() if each.number == number), None)

    def reaches(self, person: Person) -> bool:
        """Whether a mail of this kind may go to this person."""
        return person.pk in self.reached_of([person])

    def reached_of(self, people: Sequence[Person]) -> set[int]:
        """The numbers of those who are here, have an address that works and did not stop these mails: two queries for however many."""
        numbers = [person.pk for person in people]
        closed = set(AddressTrouble.objects.closed().filter(person__in=numbers).values_list("person_id", "email"))
        stopped = set(Stop.objects.filter(person__in=numbers, mailing=self.name).values_list("person_id", flat=True))
        written_to = [each for each in people if each.email and each.is_active]
        return {each.pk for each in written_to if (each.pk, each.email) not in closed and each.pk not in stopped}


class Calls(Mailing):
    """What `notify` calls people to."""

    name = "calls"
    title = _("Mails about what concerns you")
    number = 1
    if_answered = _(
        "you answered a mail that tells of several things, or of none that can be answered. "
        "Open in Junto what you mean, and write there; a mail about one conversation can be answered."
    )
