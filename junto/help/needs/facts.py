"""What can happen on the needs board."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers

BOARD = {"why": _("so that people who want to learn something, and those who can show it, hear of each other"), "readers": Readers.SUBJECT}


@dataclass(frozen=True)
class AboutNeed(Fact, **BOARD, kept_days=365):
    """Base of everything that happens to a need: pages that show it hear of it."""

    need_id: int
    by_id: int | None

    def about(self) -> tuple[str, ...]:
        return (f"need:{self.need_id}",)


@dataclass(frozen=True)
class NeedSaid(AboutNeed, **BOARD, kept_days=365):
    """Somebody said what they would like to learn."""


@dataclass(frozen=True)
class NeedChanged(AboutNeed, **BOARD, kept_days=365):
    """Whoever said it says it in other words, or about other topics."""

    is_reworded: bool


@dataclass(frozen=True)
class HelpOffered(AboutNeed, **BOARD, kept_days=365):
    """Somebody can show it, host a session about it, or point somewhere."""

    offer_id: int


@dataclass(frozen=True)
class NeedReopened(AboutNeed, **BOARD, kept_days=365):
    """It stands on the board again."""


@dataclass(frozen=True)
class NeedEnded(AboutNeed, **BOARD, kept_days=365):
    """It was learned, or is not wanted any more."""
