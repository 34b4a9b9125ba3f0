from django.db import models

from junto.kit.clock import now
from junto.people.models.person import Person


class Follow(models.Model):
    """Somebody wants to hear of what somebody else asks and answers. Only the follower sees it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="follows")
    followed = models.ForeignKey(Person, models.CASCADE, related_name="followed_by")
    since = models.DateTimeField(default=now)

    class Meta:
        db_table = "follow"
        constraints = [models.UniqueConstraint(fields=["person", "followed"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.followed_id}"
