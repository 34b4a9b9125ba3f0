"""Feeds of many threads: those of a space, those about a topic, and all that everybody here may read."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.interop.feeds.source import Named, Part, Source
from junto.interop.feeds.threads import newest_first
from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Space
from junto.topics.models import Topic


class SpaceSource(Source):
    """The threads of a space, for whoever may read them."""

    name = "space"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        spaces = Space.objects.readable_by(person).filter(slug__in=which).only("slug", "name")
        return {space.slug: Named(space.name, space.get_absolute_url()) for space in spaces}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        return newest_first(Thread.objects.filter(space__slug=which), person, after)


class TopicSource(Source):
    """The threads about a topic; after a merge those about the topic it became a name of."""

    name = "topic"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        topics = Topic.objects.visible_to(person).filter(slug__in=which).select_related("alias_of")
        return {topic.slug: _as_it_is_called(topic) for topic in topics}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        topic = Topic.objects.filter(slug=which).values_list("pk", "alias_of").first()
        return newest_first(Thread.objects.filter(topics=(topic[1] or topic[0]) if topic else None), person, after)


class EverythingSource(Source):
    """All threads of spaces that everybody here may read."""

    name = "everything"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        return {"": Named(_("Everything everybody here may read"), url("spaces:browse"))} if "" in which else {}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        return newest_first(Thread.objects.filter(space__visibility=Space.Visibility.ALL), person, after)


def _as_it_is_called(topic: Topic) -> Named:
    called = topic.alias_of or topic
    return Named(called.name, called.get_absolute_url())
