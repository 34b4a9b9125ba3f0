from typing import Any

from django.db.models import QuerySet

from junto.posts.models import Thread
from junto.topics.uses import TopicUse


class ThreadUse(TopicUse):
    """What the threads a person may read are about."""

    name = "threads"

    def rows(self, person: Any) -> "QuerySet[Any]":
        return Thread.topics.through.objects.filter(thread__in=Thread.objects.visible_to(person))
