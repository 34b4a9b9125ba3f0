from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models import ReadPosition


class InboxItemRows(models.QuerySet["InboxItem"]):
    def of(self, person: Person) -> "InboxItemRows":
        """Everything this person was told. Nobody reads another person's inbox."""
        return self.filter(person=person)

    def waiting(self) -> "InboxItemRows":
        """What the person has neither settled nor read in its place: having read a thread that far settles its notices."""
        return self.filter(seen_at=None).exclude(Exists(_positions()))

    def read_before(self, moment: datetime) -> "InboxItemRows":
        """Lines nobody settled, because what they tell of was read in its place before that moment."""
        return self.filter(Exists(_positions().filter(at__lt=moment)), seen_at=None)

    def with_waiting(self) -> "InboxItemRows":
        """Each row knows whether it still waits."""
        waiting = InboxItem.objects.waiting().filter(pk=OuterRef("pk"))
        return self.annotate(is_waiting=Exists(waiting))

    @verb
    def settle_all(self, person: Person) -> datetime:
        """Marks everything that waits as seen, and says when: with that moment it can be undone."""
        moment = now()
        self.of(person).filter(seen_at=None).update(seen_at=moment)
        return moment

    @verb
    def unsettle(self, person: Person, moment: datetime) -> None:
        """Undoes `settle_all`."""
        self.of(person).filter(seen_at=moment).update(seen_at=None)


def _positions() -> "models.QuerySet[ReadPosition]":
    """Where the person has read as far as what the line tells of, or further."""
    return ReadPosition.objects.filter(person=OuterRef("person"), thread=OuterRef("thread_id"), post_id__gte=OuterRef("post_id"))


class InboxItem(models.Model):
    """One line of a person's inbox: notices of one kind about one subject, gathered until they are read."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="inbox")
    notice = models.CharField(max_length=40)
    subject = models.CharField(max_length=60)
    people = models.ManyToManyField(Person, through="notify.InboxActor", related_name="+")
    """Who did it, in all."""
    last_fact_id = models.BigIntegerField()
    thread_id = models.BigIntegerField(null=True)
    post_id = models.BigIntegerField(null=True)
    wish = models.CharField(max_length=60, default="", blank=True)
    """The address (`topic:3`) of what the person wants to hear everything of, when that is why they are told."""
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    objects = InboxItemRows.as_manager()

    class Meta:
        db_table = "inbox_item"
        indexes = [
            models.Index(fields=["person", "-at", "-id"], name="inbox_by_time"),
            models.Index(fields=["subject"], name="inbox_by_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "notice", "subject"], condition=Q(seen_at=None), name="inbox_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.notice} {self.subject} for {self.person_id}"

    @verb
    def settle(self) -> None:
        """The person has seen it."""
        self.seen_at = now()
        self.save(update_fields=["seen_at"])

    @verb
    def wait_again(self) -> None:
        """The person wants to see it again."""
        waiting = InboxItem.objects.filter(person=self.person_id, notice=self.notice, subject=self.subject, seen_at=None)
        if not waiting.exists():
            self.seen_at, self.thread_id = None, None
            self.save(update_fields=["seen_at", "thread_id"])
