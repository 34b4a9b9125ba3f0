from django.db import models

from junto.people.models import Person
from junto.posts.models.post import Post


class Mention(models.Model):
    """A post names a person."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions")

    class Meta:
        db_table = "mention"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.post_id} names {self.person_id}"
