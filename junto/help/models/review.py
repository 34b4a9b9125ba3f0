from django.db import models

from junto.posts.models import Post


class Review(models.Model):
    """When an answer that solved something should be looked at again, and how many rely on it. Worked out anew every night."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="review")
    due_at = models.DateTimeField()
    relied_on = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "review"
        indexes = [models.Index(fields=["-relied_on", "due_at", "id"], name="review_by_use")]

    def __str__(self) -> str:
        return f"{self.post_id} due {self.due_at:%Y-%m-%d}"
