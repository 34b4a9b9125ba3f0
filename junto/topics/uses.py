"""Where topics are used, and who may see that use: a name chosen in a hidden space is no secret's back door."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from junto.kit.plugins import Plugin


class TopicUse(Plugin):
    """One way in which a room uses topics. It stands in the room's `topic_uses.py`."""

    def rows(self, person: Any) -> "QuerySet[Any]":
        """The rows with a `topic` that this person may see."""
        raise NotImplementedError


def used_where_seen_by(person: Any) -> Q:
    """Topics with a use the person may see."""
    seen = Q(pk__in=[])
    for use in TopicUse.every():
        seen |= Q(Exists(use.rows(person).filter(topic=OuterRef("pk"))))
    return seen
