from typing import Any, ClassVar

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models.block import Block
from junto.people.models.person import Person


class FollowRows(models.QuerySet["Follow"]):
    def between(self, one: Person, other: Person) -> "FollowRows":
        """Both directions."""
        return self.filter(models.Q(person=one, followed=other) | models.Q(person=other, followed=one))

    @verb
    def begin(self, person: Person, followed: Person) -> None:
        """The person follows somebody. Across a block the wish is kept but rests, and looks the same to whoever follows."""
        rests = Block.objects.between(person.pk, followed.pk).exists()
        self.get_or_create(person=person, followed=followed, defaults={"rests": rests})

    @verb
    def end(self, person: Person, followed: Person) -> None:
        """The person follows no longer."""
        self.filter(person=person, followed=followed).delete()


class InEffect(models.Manager.from_queryset(FollowRows)):  # type: ignore[misc]  # built at run time
    """Only what has an effect: whoever asks for follows never sees across a block by mistake."""

    def get_queryset(self) -> models.QuerySet["Follow"]:
        return super().get_queryset().filter(rests=False)


class Follow(models.Model):
    """Somebody wants to hear of what somebody else asks and answers. Only the follower sees it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="follows")
    followed = models.ForeignKey(Person, models.CASCADE, related_name="followed_by")
    rests = models.BooleanField(default=False)
    since = models.DateTimeField(default=now)

    objects: ClassVar[Any] = InEffect()
    wishes: ClassVar[Any] = FollowRows.as_manager()
    """All of them, those that rest too: what the follower sees, and what verbs work on."""

    class Meta:
        db_table = "follow"
        constraints = [models.UniqueConstraint(fields=["person", "followed"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.followed_id}"
