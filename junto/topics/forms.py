from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from junto.topics.models import Topic
from junto.topics.models.topic import tidy, topic_slug

MOST = 12


def nameless_topic(names: Iterable[str]) -> str:
    """Why one of these can be no topic; empty when all can. Without a letter or a number there is no name to look it up by."""
    nameless = next((name for name in names if not topic_slug(name)), "")
    return _("“%(topic)s” can be no topic: it has no letter and no number.") % {"topic": nameless} if nameless else ""


class TopicsField(forms.CharField):
    """Topics by their names, with commas between; gives a list of names. Draw it with `topics_field` of topics/field.html."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MOST * (Topic.LONGEST + 2), **kwargs)

    def clean(self, value: Any) -> list[str]:
        """Each topic once, however it was spelled."""
        names = [name for name in map(tidy, super().clean(value).split(",")) if name]
        if nameless := nameless_topic(names):
            raise forms.ValidationError(nameless)
        found = {topic_slug(name): name for name in reversed(names)}
        if len(found) > MOST:
            raise forms.ValidationError(_("Choose at most %(most)d topics: those that matter most.") % {"most": MOST})
        return list(reversed(found.values()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other topics are meant, not whether they are spelled differently."""
        return {topic_slug(name) for name in (initial or "").split(",")} != {topic_slug(name) for name in (data or "").split(",")}
