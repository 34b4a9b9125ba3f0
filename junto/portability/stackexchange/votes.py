from django.db.models import F

from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Landing, Stage
from junto.posts.models import Acceptance, HelpedBefore, Post, Thread

ACCEPTED, UP = "1", "2"


class Votes(Stage):
    """Votes up become "this helped" with their day; by whom, dumps do not say. The day of an acceptance is put right."""

    name, file = "votes", "Votes.xml"

    def take(self, row: Row, landing: Landing) -> None:
        kind = row.need("VoteTypeId")
        number = landing.number("post", row.need("PostId"))
        if number is None or kind not in (ACCEPTED, UP):
            landing.taken["votes left out (down, close, spam and the like)"] += 1
        elif kind == ACCEPTED:
            Acceptance.objects.filter(post=number).update(at=row.time("CreationDate"))
        else:
            self._helped(number, row)
            landing.taken["votes as helped"] += 1

    def _helped(self, number: int, row: Row) -> None:
        day = HelpedBefore.objects.filter(post=number, day=row.time("CreationDate").date())
        if not day.update(people=F("people") + 1):
            HelpedBefore.objects.create(post_id=number, day=row.time("CreationDate").date(), people=1)
        Post.objects.filter(pk=number).update(helped_count=F("helped_count") + 1)
        Thread.objects.filter(posts=number).update(helped_count=F("helped_count") + 1)
