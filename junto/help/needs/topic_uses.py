from typing import Any

from django.db.models import QuerySet

from junto.help.models import Need
from junto.topics.uses import TopicUse


class NeedUse(TopicUse):
    """What the needs a person sees are about."""

    name = "needs"

    def rows(self, person: Any) -> "QuerySet[Any]":
        return Need.topics.through.objects.filter(need__in=Need.objects.visible_to(person))
