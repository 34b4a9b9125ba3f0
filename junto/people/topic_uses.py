from typing import Any

from django.db.models import QuerySet

from junto.people.models import Expertise
from junto.topics.uses import TopicUse


class ExpertiseUse(TopicUse):
    """What people who are here can be asked about."""

    name = "expertise"

    def rows(self, person: Any) -> "QuerySet[Any]":
        return Expertise.objects.filter(person__is_active=True)
