from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Stage
from junto.posts.models import Acceptance, HelpedBefore

ACCEPTED, UP = "1", "2"


class Vote(NamedTuple):
    """A vote on a post; without a time when it is one that is not taken in."""

    kind: str
    post: str
    at: datetime | None


class Votes(Stage):
    """Votes up become "this helped" with their day; by whom, dumps do not say. The day of an acceptance is put right."""

    name, file = "votes", "Votes.xml"

    def read(self, row: Row, landing: Landing) -> Vote:
        kind, post = row.need("VoteTypeId"), row.need("PostId")
        return Vote(kind, post, row.time("CreationDate") if kind in (ACCEPTED, UP) else None)

    def take(self, found: Sequence[Vote], landing: Landing) -> None:
        numbers = landing.numbers("post", (vote.post for vote in found))
        accepted = {numbers[vote.post]: vote.at for vote in found if vote.kind == ACCEPTED and vote.post in numbers and vote.at}
        helped: Counter[tuple[int, date]] = Counter(
            (numbers[vote.post], vote.at.date()) for vote in found if vote.kind == UP and vote.post in numbers and vote.at
        )
        Acceptance.objects.happened(accepted)
        HelpedBefore.objects.add_all(helped)
        known = sum(vote.at is not None and vote.post in numbers for vote in found)
        landing.count("votes as helped", helped.total())
        landing.count("votes left out (down, close, spam and the like)", len(found) - known)
