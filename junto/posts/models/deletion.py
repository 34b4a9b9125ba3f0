from django.db import models
from django.db.models import Q

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread


class Deletion(models.Model):
    """A post or a whole thread was taken out: by whom and when. Deleting this row brings it back."""

    thread = models.OneToOneField(Thread, models.CASCADE, null=True, related_name="deletion")
    post = models.OneToOneField(Post, models.CASCADE, null=True, related_name="deletion")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "deletion"
        constraints = [models.CheckConstraint(condition=Q(thread__isnull=True) ^ Q(post__isnull=True), name="deletion_of_one_thing")]
        indexes = [models.Index(fields=["at"], name="deletion_at")]

    def __str__(self) -> str:
        return f"deletion {self.pk}"
