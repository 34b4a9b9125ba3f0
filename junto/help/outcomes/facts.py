"""What can happen after an answer."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Readers
from junto.posts.facts import AboutThread

WORKED = {"why": _("so that people see what became of an answer"), "readers": Readers.SUBJECT, "kept_days": None}
ASKED = {"why": _("so that whoever asked is asked once whether it worked"), "readers": Readers.SUBJECT, "kept_days": 180}


@dataclass(frozen=True)
class OutcomeAsked(AboutThread, **ASKED):
    """It is time to ask the asker whether it worked."""

    person_id: int


@dataclass(frozen=True)
class OutcomeSaid(AboutThread, **WORKED):
    """The asker said whether it worked; `post_id` is what they wrote, when it did not."""

    says: str
    post_id: int | None = None


@dataclass(frozen=True)
class OutcomeTakenBack(AboutThread, **WORKED):
    """The asker took back what they had said."""
