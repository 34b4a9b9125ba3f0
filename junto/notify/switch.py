"""What the page behind such an address turns down."""

from dataclasses import dataclass

from django.core import signing

from junto.kit.notices import Concern
from junto.notify.calling import plan_anew
from junto.notify.hearing import Hearing
from junto.notify.means import When
from junto.notify.models import Preferences
from junto.notify.switch_address import said_by
from junto.people.models import Person


@dataclass(frozen=True)
class Switch:
    """Whose it is, what they were told of, and by which means (empty for the inbox)."""

    person: int
    concern: Concern
    subject: str
    means: str
    by: int = 0

    def turn(self, person: Person, when: When) -> None:
        """From now on the person is called of such things then by this means."""
        if self.means:
            Preferences.objects.of(person).wants(self.means, self.concern, when)
            plan_anew(person)

    def place(self, person: Person) -> Hearing | None:
        """How much they hear of the thread or space; None when they may no longer see it."""
        family, _, number = self.subject.partition(":")
        return Hearing.find(person, family.removeprefix("known-"), int(number))

    def whom(self, person: Person) -> Hearing | None:
        """How much they hear of who did it; None when there is nobody."""
        return Hearing.find(person, "person", self.by) if self.by else None


def switch_of(token: str) -> Switch | None:
    """What stands in such an address; None when it is too old or none of ours."""
    try:
        person, concern, subject, means, by = said_by(token)
        return Switch(person, Concern(concern), subject, means, by)
    except (signing.BadSignature, ValueError):
        return None
