"""Why something was not fetched, in words that a person can read."""

import re
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class NotFetched(Exception):
    """Nothing came from there, or nothing could be brought there. Base of them all. `str()` says it to a person, in their language."""

    words: ClassVar[str | Promise]
    may_change: ClassVar[bool] = False
    """Whether it is worth to try again another day."""

    def __str__(self) -> str:
        return str(self.words)

    @classmethod
    def outcome(cls) -> str:
        """Its kind as figures name it: `too_slow`."""
        return re.sub(r"\B(?=[A-Z])", "_", cls.__name__).lower()


class FetchingIsOff(NotFetched):
    words = _("This Junto fetches nothing from elsewhere.")


class SendingIsOff(NotFetched):
    words = _("This Junto sends nothing to other tools.")


class NotProtected(NotFetched):
    """What is written here goes over the public web only where nobody reads along."""

    words = _("This address begins with http. Outside your own network only https will do.")


class NoWebAddress(NotFetched):
    words = _("This is no address of a page on the web.")


class NotOpen(NotFetched):
    """It leads into a network that is not the public one: this machine, the house around it, the cloud it runs in."""

    words = _("This address does not lead to the public web, so Junto does not go there.")


class NotReached(NotFetched):
    words = _("Nobody answers at this address.")
    may_change = True


class TooSlow(NotFetched):
    words = _("The other side took too long.")
    may_change = True


class TooLarge(NotFetched):
    words = _("What stands there is too large.")


class TooManyTurns(NotFetched):
    words = _("This address leads on and on.")


class Downgraded(NotFetched):
    words = _("This address leads from a protected connection to one that anybody can read and change.")


class Unreadable(NotFetched):
    words = _("What came from there cannot be read.")


class WrongKind(NotFetched):
    words = _("Something else stands there than was looked for.")


class SaidNo(NotFetched):
    """The other side answered, but not with what was asked for."""

    words = _("The other side does not give it out (%(status)d).")

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status
        self.may_change = status in (408, 429) or status >= 500  # type: ignore[misc]  # it depends on the answer

    def __str__(self) -> str:
        return str(self.words) % {"status": self.status}
