"""What can happen to an answer as it grows old."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Readers
from junto.posts.facts import CARE, AboutThread

ASKS = {"why": _("so that the author and hosts look whether an answer still holds"), "readers": Readers.HOSTS, "kept_days": 180}
TELLS = {"why": _("so that whoever relied on an answer hears once that it may no longer hold"), "readers": Readers.HOSTS, "kept_days": 180}


@dataclass(frozen=True)
class AnswerVerified(AboutThread, **CARE):
    """Somebody who knows said that an answer still holds."""

    post_id: int


@dataclass(frozen=True)
class VerificationTakenBack(AboutThread, **CARE):
    """That was taken back."""

    post_id: int


@dataclass(frozen=True)
class AnswerDoubted(AboutThread, **ASKS):
    """A reader asks whether an answer still holds; who, is not told."""

    post_id: int
    doubt_id: int


@dataclass(frozen=True)
class RelianceEnded(AboutThread, **TELLS):
    """An answer that people relied on may no longer hold, and has been marked so for a while."""

    post_id: int
