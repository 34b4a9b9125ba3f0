"""What the digest offers for pages of other rooms."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.digest.mailings import WeeksLetter
from junto.digest.models import Edition, Rhythm
from junto.digest.week import A_WEEK
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.slots import Slot
from junto.mail.models import Stop


class ThisWeek(Slot):
    """On the first page, for a week: that something was chosen."""

    name = "digest.this_week"
    page = "home"
    order = 30

    def part(self, request: HttpRequest, **things: Any) -> str:
        found = _lately(person=request.user.pk, since=now() - A_WEEK)
        if not found:
            return ""
        [[_edition, weekday]] = found
        rhythm = Rhythm() if weekday is None else Rhythm(weekday=weekday)
        return render_to_string("digest/slots/this_week.html", {"rhythm": rhythm}, request)


class WhenItComes(Slot):
    """Beside how somebody is told: when Friday's letter comes, and the way to change it."""

    name = "digest.when_it_comes"
    page = "preferences.margin"

    def part(self, request: HttpRequest, **things: Any) -> str:
        told = {"rhythm": Rhythm.objects.of(request.user), "is_stopped": Stop.objects.stands(request.user, WeeksLetter.name)}
        return render_to_string("digest/slots/when_it_comes.html", told, request)


@compiled
def _lately(person: int, since: datetime) -> Any:
    return Edition.objects.filter(person=person, composed_at__gt=since).with_something().values_list("pk", "person__rhythm__weekday")[:1]
