from django.db import models

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.models.post import Post


class Helped(models.Model):
    """Somebody said "this helped me"."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="helped")
    person = models.ForeignKey(Person, models.CASCADE, related_name="helped_by")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "helped"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="helped_once")]

    def __str__(self) -> str:
        return f"{self.post_id} helped {self.person_id}"


class HelpedBefore(models.Model):
    """How many people a post helped on a day before it was imported; by whom is not known."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="helped_before")
    day = models.DateField()
    people = models.PositiveIntegerField()

    class Meta:
        db_table = "helped_before"
        constraints = [models.UniqueConstraint(fields=["post", "day"], name="helped_before_once")]

    def __str__(self) -> str:
        return f"{self.post_id} helped {self.people} on {self.day}"
