from typing import Any

from django.db.models import QuerySet

from junto.spaces.models import Space
from junto.topics.uses import TopicUse


class SpaceUse(TopicUse):
    """What the spaces a person sees are about."""

    name = "spaces"

    def rows(self, person: Any) -> "QuerySet[Any]":
        return Space.topics.through.objects.filter(space__in=Space.objects.visible_to(person))
