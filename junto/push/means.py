"""Being called by one's own browsers and phones."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.notify.means import Means, Message, When
from junto.people.models import Person
from junto.push.calling import call
from junto.push.models import Device


class Push(Means):
    name = "push"
    title = _("On my devices")
    icon = "smartphone"
    order = 30
    choices = (When.AT_ONCE, When.SUMMARY, When.NOT)

    def is_there(self) -> bool:
        return bool(settings.PUSH and settings.BROWSER_WORKER)

    def reaches(self, person: Person) -> bool:
        return self.is_there() and Device.objects.filter(person=person).exists()

    def reached_of(self, people: Sequence[Person]) -> set[int]:
        """Asks once for all of them."""
        return set(Device.objects.filter(person__in=people).values_list("person_id", flat=True)) if self.is_there() else set()

    def set_up(self) -> str:
        return url("push:phone")

    def send(self, person: Person, messages: Sequence[Message], key: str) -> None:
        """Sent again after a crash, it shows in the same place: browsers keep one message for each tag."""
        call(person, messages)
