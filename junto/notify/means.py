"""By what a person is reached outside Junto: mail, push, chat. `notify` decides what and when; a means only carries it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.plugins import Plugin
from junto.people.models import Person


class When(models.TextChoices):
    """When somebody wants to be called of one kind of thing by one means."""

    AT_ONCE = "once", _("at once")
    SUMMARY = "summary", _("day’s summary")
    FRIDAY = "friday", _("Friday’s letter")
    NOT = "not", _("not")


@dataclass(frozen=True)
class Message:
    """What somebody is told, in their language, as they may see it at this moment."""

    item_id: int
    """The line of the inbox it belongs to."""
    notice: str
    says: str
    because: str
    """Why this person is told, as one short sentence."""
    url: str
    """Where it leads: a path of this Junto."""
    switch: str
    """The path of the page on which exactly this can be turned down or off."""
    at: datetime
    people: Sequence[str] = ()
    subject: str = ""
    thread_id: int | None = None
    post_id: int | None = None
    title: str = ""
    html: str = ""
    """What was written, as safe HTML, when there is such a thing."""
    plain: str = ""


class Unreachable(Exception):
    """This person cannot be reached by this means any more, and trying again will not help."""


class Means(Plugin):
    """One way out. Its room puts the class into its `means.py`."""

    title: ClassVar[str | Promise]
    icon: ClassVar[str]
    order: ClassVar[int] = 50
    meets_strangers: ClassVar[bool] = False
    """Whether `send` waits for a machine that anybody may have named: then it is carried where such waiting holds up nobody."""

    def is_there(self) -> bool:
        """Whether this Junto can reach anybody by it (a mail server is set)."""
        return True

    def reaches(self, person: Person) -> bool:
        """Whether this person can be reached by it now (an address that works, a browser that listens)."""
        raise NotImplementedError

    def reached_of(self, people: Sequence[Person]) -> set[int]:
        """The numbers of those whom it reaches. A means that keeps its own rows asks once for all of them."""
        return {person.pk for person in people if self.reaches(person)}

    def set_up(self) -> str:
        """The path of the page where a person makes it work for themselves; empty when there is nothing they can do."""
        return ""

    def send(self, person: Person, messages: Sequence[Message], key: str) -> None:
        """Carries messages that are due, together; the same key is the same sending, tried again after a crash.

        Raises `Unreachable` when this person's end is closed for good; any other error is tried again later.
        """
        raise NotImplementedError
