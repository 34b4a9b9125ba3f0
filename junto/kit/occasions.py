"""What a room has that is soon over or soon there: an invitation that runs out, a meeting. The digest names one, and knows no room.

Not `dated.py`: that lists for one person whatever has a date, such as the end of an absence, which is nobody's occasion.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from junto.kit.plugins import Plugin


@dataclass(frozen=True)
class Soon:
    """One occasion, for one person. `address` names it for good, such as `invitation:7`."""

    address: str
    at: datetime


@dataclass(frozen=True)
class Told:
    """The same as its reader may see it now. `person` shares it, when somebody does."""

    title: str
    url: str
    says: str
    at: datetime
    person: Any = None


class Occasion(Plugin):
    """One kind of occasion; its addresses begin with its name. A room puts the class into its `occasions.py`."""

    def soon(self, people: Collection[int], since: datetime, until: datetime) -> Mapping[int, Collection[Soon]]:
        """What comes between the two moments, for each of these people. As many queries for a hundred as for one."""
        raise NotImplementedError

    def told(self, addresses: Collection[str], reader: Any) -> Mapping[str, Told]:
        """Those that still stand and that this reader may see."""
        raise NotImplementedError
