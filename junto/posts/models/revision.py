from django.db import models

from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models.post import Post


class RevisionRows(models.QuerySet["Revision"]):
    @verb
    def keep(self, post: Post) -> "Revision":
        """Keeps the text the post has now, before it is changed."""
        title = post.thread.title if post.kind == Post.Kind.OPENING else ""
        return self.create(
            post=post,
            title=title,
            source=post.source,
            by=post.edited_by if post.edited_at else post.author,
            at=post.edited_at or post.written_at,
        )


class Revision(models.Model):
    """A former text of a post, and since when it stood."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions")
    title = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = RevisionRows.as_manager()

    class Meta:
        db_table = "revision"
        indexes = [models.Index(fields=["post", "at"], name="revision_of_post")]

    def __str__(self) -> str:
        return f"{self.post_id} as of {self.at}"
