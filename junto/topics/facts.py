"""What can happen to topics."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class TopicMerged(Fact, why=_("to know who made two topics one"), readers=Readers.OWNERS, kept_days=1095):
    """A topic became another name for a second one."""

    topic_id: int
    into_id: int
    by_id: int
