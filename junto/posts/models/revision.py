from collections.abc import Collection

from django.db import models
from django.db.models import Count, Max, OuterRef, Subquery

from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.attached.face import names_in
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
            files=names_in(post.files_shown),
            by=post.edited_by if post.edited_at else post.author,
            at=post.edited_at or post.written_at,
        )

    def latest_of(self, posts: Collection[int]) -> "dict[int, Revision]":
        """The newest former text of each of these posts."""
        newest = self.filter(post__in=posts).values("post").annotate(newest=Max("pk")).values("newest")
        return {revision.post_id: revision for revision in Revision.objects.filter(pk__in=newest)}

    @verb
    def end_with_the_present(self) -> None:
        """Of texts whose every version an import brought: the newest is the text itself, and is taken away; since then the text stands."""
        newest = Revision.objects.filter(post=OuterRef("pk")).order_by("-pk").values("at")[:1]
        by_post = self.values("post").annotate(newest=Max("pk"), number=Count("pk"))
        Post.objects.filter(pk__in=by_post.filter(number__gt=1).values("post")).update(edited_at=Subquery(newest))
        Revision.objects.filter(pk__in=by_post.values("newest")).delete()


class Revision(models.Model):
    """A former text of a post, and since when it stood."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions")
    title = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    files = models.JSONField(default=list)
    """What the files were called that went along."""
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = RevisionRows.as_manager()

    class Meta:
        db_table = "revision"
        indexes = [models.Index(fields=["post", "at"], name="revision_of_post")]

    def __str__(self) -> str:
        return f"{self.post_id} as of {self.at}"
