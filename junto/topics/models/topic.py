from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.text import slugify

from junto.design.links import url
from junto.kit.facts import verb
from junto.kit.text.line import one_line
from junto.topics.uses import used_where_seen_by


class TopicRows(models.QuerySet["Topic"]):
    def visible_to(self, person: Any) -> "TopicRows":
        """Topics that something the person may see is about, and other names of these."""
        used = used_where_seen_by(person)
        return self.filter(used | models.Q(alias_of__in=Topic.objects.filter(used)))

    @verb
    def called(self, names: Iterable[str]) -> "list[Topic]":
        """The topics with these names, made where they do not exist yet; an alias gives the topic it stands for."""
        return self.called_each([names])[0]

    @verb
    def called_each(self, lists: Iterable[Iterable[str]]) -> "list[list[Topic]]":
        """The same for several lists of names at once: one query, but for topics that are new."""
        slugs = [{topic_slug(name): tidy(name) for name in names if topic_slug(name)} for names in lists]
        wanted: dict[str, str] = {}
        for several in slugs:
            wanted.update((slug, name) for slug, name in several.items() if slug not in wanted)
        known: dict[str, Topic] = {topic.slug: topic for topic in self.filter(slug__in=wanted).select_related("alias_of")}
        for slug, name in wanted.items():
            if slug not in known:
                known[slug] = Topic.objects.get_or_create(slug=slug, defaults={"name": name})[0]
        return [[known[slug].alias_of or known[slug] for slug in several] for several in slugs]

    def beginning(self, words: str) -> "TopicRows":
        """Topics whose name begins like that, for suggestions; aliases are found and lead on."""
        return self.filter(slug__startswith=topic_slug(words)).select_related("alias_of").order_by("slug")


class Topic(models.Model):
    """What something or somebody is about; one list for all rooms."""

    LONGEST = 60

    name = models.CharField(max_length=LONGEST)
    slug = models.SlugField(max_length=LONGEST, unique=True, allow_unicode=True)
    alias_of = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="aliases")

    objects = TopicRows.as_manager()

    class Meta:
        db_table = "topic"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("topics:topic", self.slug)


def tidy(name: str) -> str:
    """The name as it is kept: one line, nothing invisible, not too long."""
    return one_line(name, Topic.LONGEST)


def topic_slug(name: str) -> str:
    """What makes two spellings the same topic. Names like C, C++ and C# stay apart."""
    words = tidy(name).replace("+", " plus ").replace("#", " sharp ")
    return slugify(words, allow_unicode=True)[: Topic.LONGEST]
