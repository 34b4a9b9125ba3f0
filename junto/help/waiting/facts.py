"""What can happen to a question that nobody answers."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Readers
from junto.posts.facts import AboutThread

WAITS = {"why": _("so that hosts hear once of a question that waits"), "readers": Readers.HOSTS, "kept_days": 180}


@dataclass(frozen=True)
class QuestionWaited(AboutThread, **WAITS):
    """A question has waited longer for an answer than is usual in its space."""
