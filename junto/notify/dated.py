"""What has a date in how somebody is reached: the end of their absence."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.dated import Dated, DatedThing
from junto.notify.models import Preferences
from junto.people.models import Person

LATELY = timedelta(days=7)


class Back(Dated):
    """The first day on which somebody who is away is called again."""

    name = "back"
    icon = "calendar-check"

    def of(self, person: Person) -> Iterable[DatedThing]:
        day = Preferences.objects.of(person).back_on
        if day is not None and day > now().date() - LATELY:
            yield DatedThing(
                number=day.toordinal(),  # another day is another entry, so nothing is ever changed in one
                title=_("Junto calls you again"),
                says=_("You are away until then. What concerned you meanwhile waits in your inbox."),
                url=url("notify:inbox"),
                at=day,
                made=person.joined_at,
            )
