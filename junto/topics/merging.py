"""Making one topic another name for a second: whatever was about the first is about the second from then on."""

from collections.abc import Iterator
from typing import Any, cast

from django.db.models import ForeignKey

from junto.kit.facts import announce, verb
from junto.topics.facts import TopicMerged
from junto.topics.models import Topic


class SameTopic(Exception):
    """A topic cannot be merged into itself."""


@verb
def merge(topic: Topic, into: Topic, *, by: Any) -> None:
    """Moves every use of `topic` to `into`, and leaves its name as an alias."""
    if topic.pk == into.pk:
        raise SameTopic
    for link in uses():
        _move(link, topic, into)
    Topic.objects.filter(alias_of=topic).update(alias_of=into)
    topic.alias_of = into
    topic.save(update_fields=["alias_of"])
    announce(TopicMerged(topic_id=topic.pk, into_id=into.pk, by_id=by.pk))


def uses() -> Iterator["ForeignKey[Any, Any]"]:
    """Every foreign key to a topic, of rooms that are not known here too; each row says of one thing that it has one topic."""
    for relation in Topic._meta.get_fields(include_hidden=True):
        if relation.one_to_many and relation.related_model is not Topic:
            yield cast("ForeignKey[Any, Any]", relation.remote_field)


def _move(link: "ForeignKey[Any, Any]", topic: Topic, into: Topic) -> None:
    rows = link.model._base_manager
    thing = next(field.attname for field in link.model._meta.concrete_fields if field.is_relation and field is not link)
    moving = rows.filter(**{link.name: topic}).values(thing)
    both = list(rows.filter(**{link.name: into, f"{thing}__in": moving}).values_list(thing, flat=True))
    rows.filter(**{link.name: topic, f"{thing}__in": both}).delete()
    rows.filter(**{link.name: topic}).update(**{link.name: into})
