from collections.abc import Collection, Mapping
from datetime import timedelta

from django.db import models
from django.db.models import Count

from junto.help.asking.notices import MayKnow
from junto.help.settled import settle, wait_again
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models import Post, Thread

A_WEEK = timedelta(days=7)
KEPT = timedelta(days=14)


class RequestRows(models.QuerySet["Request"]):
    def of(self, person: Person) -> "RequestRows":
        """What this person was asked, of what they still may read. Nobody reads what another one was asked."""
        return self.filter(person=person, thread__in=Thread.objects.visible_to(person)).select_related("thread__space", "because__thread")

    def standing(self) -> "RequestRows":
        """Neither declined nor answered by anybody yet."""
        return self.filter(declined_at=None, thread__answer_count=0, thread__closure=None)

    def this_week(self, people: Collection[int]) -> Mapping[int, int]:
        """How many questions each of these people was asked in the last seven days, declined ones among them: declining costs nothing,
        and it brings no new question."""
        lately = self.filter(person__in=people, at__gt=now() - A_WEEK)
        return dict(lately.order_by().values_list("person").annotate(n=Count("pk")))


class Request(models.Model):
    """Somebody was asked whether they can answer a question. Only they see it, and after fourteen days nobody can know."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    because = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="+")
    """The answer of theirs for which they were asked."""
    at = models.DateTimeField(default=now)
    declined_at = models.DateTimeField(null=True)

    objects = RequestRows.as_manager()

    class Meta:
        db_table = "help_request"
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="asked_once")]
        indexes = [models.Index(fields=["person", "at"], name="asked_lately"), models.Index(fields=["at"], name="asked_long_ago")]

    def __str__(self) -> str:
        return f"{self.person_id} was asked {self.thread_id}"

    @verb
    def decline(self) -> None:
        """Not this time: it waits for them no longer. It is told to nobody, and changes nothing for anybody else."""
        self.declined_at = now()
        self.save(update_fields=["declined_at"])
        settle(MayKnow.name, self.thread_id, person=self.person_id)

    @verb
    def stand_again(self) -> None:
        """Takes that back."""
        self.declined_at = None
        self.save(update_fields=["declined_at"])
        wait_again(MayKnow.name, self.thread_id, self.person_id)
