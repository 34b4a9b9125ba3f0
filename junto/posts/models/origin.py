from django.db import models

from junto.posts.models.post import Post


class Origin(models.Model):
    """Where an imported post comes from, and under which licence it may be kept and passed on."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="origin")
    url = models.URLField(max_length=500)
    licence = models.CharField(max_length=80, blank=True)
    author_name = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "origin"

    def __str__(self) -> str:
        return self.url
