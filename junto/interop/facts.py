"""What can happen where Junto tells other tools, and is asked from chats."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers

SENT_OUTSIDE = {
    "why": _("so that members can see who has what is said in their space sent elsewhere"),
    "readers": Readers.SUBJECT,
    "kept_days": 1095,
}


@dataclass(frozen=True)
class AboutWebhook(Fact, **SENT_OUTSIDE):
    """Base of what happens to a webhook of a space."""

    space_id: int
    webhook_id: int
    by_id: int | None

    def about(self) -> tuple[str, ...]:
        return (f"space:{self.space_id}",)


@dataclass(frozen=True)
class WebhookSetUp(AboutWebhook, **SENT_OUTSIDE):
    """From now on another tool is told what happens in a space."""


@dataclass(frozen=True)
class WebhookChanged(AboutWebhook, **SENT_OUTSIDE):
    """Where it leads, what it tells or whether it rests is something else than before."""


@dataclass(frozen=True)
class WebhookEnded(AboutWebhook, **SENT_OUTSIDE):
    """The other tool is told nothing any more."""


@dataclass(frozen=True)
class WebhookStopped(Fact, why=_("so that hosts learn that another tool hears nothing any more"), readers=Readers.HOSTS, kept_days=180):
    """It came to rest by itself: the other side is gone, failed for days, or the space was closed."""

    space_id: int
    webhook_id: int


@dataclass(frozen=True)
class ChatDoorOpened(Fact, **SENT_OUTSIDE):
    """From now on people can ask in a space from a chat."""

    space_id: int
    by_id: int | None


@dataclass(frozen=True)
class ChatDoorShut(Fact, **SENT_OUTSIDE):
    """Nobody can ask from that chat any more."""

    space_id: int
    by_id: int | None
