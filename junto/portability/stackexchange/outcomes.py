from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Stage
from junto.posts.models import Acceptance, Closure, Post


class Outcome(NamedTuple):
    """How a question ended: by which answer, and since when it is closed."""

    key: str
    answer: str
    closed_at: datetime | None


class Outcomes(Stage):
    """Which answer was accepted, and which questions were closed. The day of an acceptance comes with the votes."""

    name, file = "outcomes", "Posts.xml"

    def read(self, row: Row, landing: Landing) -> Outcome | None:
        key, closed = row.key("Id"), row.get("ClosedDate")
        if not closed and not row.get("AcceptedAnswerId"):
            return None
        return Outcome(key, row.get("AcceptedAnswerId"), row.time("ClosedDate") if closed else None)

    def take(self, found: Sequence[Outcome], landing: Landing) -> None:
        threads = landing.threads(one.key for one in found)
        ended = {one.key: one for one in found if one.key in threads}
        answers = landing.posts(one.answer for one in ended.values())
        solved = [(threads[key], answers[one.answer]) for key, one in ended.items() if one.answer in answers]
        accepted = [
            Acceptance(thread=thread, post=answer, by=thread.author, at=answer.written_at)
            for thread, answer in solved
            if answer.thread_id == thread.pk and answer.kind == Post.Kind.ANSWER and not thread.is_solved
        ]
        closed = [
            Closure(thread=threads[key], at=one.closed_at) for key, one in ended.items() if one.closed_at and not threads[key].is_closed
        ]
        Acceptance.objects.begin_all(accepted)
        Closure.objects.begin_all(closed)
        landing.count("accepted answers", len(accepted))
        landing.count("closed questions", len(closed))
