from dataclasses import dataclass
from datetime import datetime

from junto.people.models import Person


@dataclass(frozen=True)
class Question:
    """A question as far as it matters for who may know: its words, its topics, whose it is, and the moment until which answers count.

    What somebody answered where the asker may not read says nothing here, so nobody learns by who answers what is talked about elsewhere.
    """

    title: str
    topics: tuple[int, ...]
    asker: Person
    at: datetime
    thread: int = 0
    """Its own number, which is not like itself."""
