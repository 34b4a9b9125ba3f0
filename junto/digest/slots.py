"""What the digest offers for pages of other rooms."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.digest.models import Edition
from junto.digest.week import A_WEEK
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.slots import Slot


class ThisWeek(Slot):
    """On the first page, for a week: that something was chosen."""

    name = "digest.this_week"
    page = "home"
    order = 30

    def part(self, request: HttpRequest, **things: Any) -> str:
        if not _lately(person=request.user.pk, since=now() - A_WEEK):
            return ""
        return render_to_string("digest/slots/this_week.html", {}, request)


@compiled
def _lately(person: int, since: datetime) -> Any:
    return Edition.objects.filter(person=person, composed_at__gt=since).with_something().values_list("pk")[:1]
