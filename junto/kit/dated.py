"""What has a date for somebody: small classes by which a room offers it to calendars, without knowing to whom.

Not `occasions.py`: a calendar asks for everything one person has, with days, ends and versions; the digest asks for hundreds of people
at once what comes within a week, keeps its address and asks again when it is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from junto.kit.plugins import Plugin


@dataclass(frozen=True, slots=True)
class DatedThing:
    """One thing with a date, in the reader's language. A `date` lasts all day, a `datetime` (with its zone) is a moment."""

    number: int
    """Tells it from all others of its kind, for ever: a calendar knows it again by that."""
    title: str
    says: str
    url: str
    """A path of this house."""
    at: date | datetime
    made: datetime
    changed: datetime | None = None
    """When anything of it last changed, if ever; calendars take the later version."""
    until: date | datetime | None = None
    """Its end, where it has one."""
    is_busy: bool = False
    """Whether the person has no time for anything else then: an occasion, and no deadline."""


class Dated(Plugin):
    """One kind of thing with a date. Its room puts the class into its `dated.py`; it asks a constant number of queries."""

    icon: ClassVar[str] = "calendar"

    def of(self, person: Any) -> Iterable[DatedThing]:
        """Everything of this kind that this person may see now and that concerns them, from today on or lately over."""
        raise NotImplementedError
