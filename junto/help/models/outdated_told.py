from django.db import models

from junto.kit.clock import now
from junto.posts.models import Post


class OutdatedTold(models.Model):
    """That those who relied on an answer heard once that it may no longer hold."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "outdated_told"

    def __str__(self) -> str:
        return f"{self.post_id} told {self.at}"
