from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.topics.models import Topic
from junto.topics.models.topic import tidy, topic_slug

MOST = 12


class TopicsField(forms.CharField):
    """Topics by their names, with commas between; gives a list of names. Draw it with `topics_field` of topics/field.html."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MOST * (Topic.LONGEST + 2), **kwargs)

    def clean(self, value: Any) -> list[str]:
        """Each topic once, however it was spelled."""
        names = [tidy(name) for name in super().clean(value).split(",")]
        found = {topic_slug(name): name for name in reversed(names) if topic_slug(name)}
        if len(found) > MOST:
            raise forms.ValidationError(_("Choose at most %(most)d topics: those that matter most.") % {"most": MOST})
        return list(reversed(found.values()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other topics are meant, not whether they are spelled differently."""
        return {topic_slug(name) for name in (initial or "").split(",")} != {topic_slug(name) for name in (data or "").split(",")}
