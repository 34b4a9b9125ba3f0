from typing import Any

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.facts import AnswerReused, ReuseTakenBack
from junto.posts.models.helped import Helped
from junto.posts.models.post import Post


class ReuseRows(models.QuerySet["Reuse"]):
    @verb
    def say(self, post: Post, *, by: Person) -> "Reuse":
        """This post solved what the person was about to ask. It counts as help, of which its author hears once."""
        known = self.filter(post=post, person=by).first()
        if known:
            return known
        helps = not Helped.objects.filter(post=post, person=by).exists()
        reuse = self.create(post=post, person=by, helps=helps)
        announce(AnswerReused(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=by.pk, post_id=post.pk))
        if helps:
            post.help(by)
        return reuse

    @verb
    def take_back(self, post: Post, *, by: Person) -> None:
        """It did not after all; what was said of help besides stays."""
        reuse = self.filter(post=post, person=by).first()
        if reuse is None:
            return
        reuse.delete()
        announce(ReuseTakenBack(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=by.pk, post_id=post.pk))
        if reuse.helps:
            post.help_not(by)


class Reuse(models.Model):
    """An answer solved what somebody else was about to ask, so it was not asked again."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reuses")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    helps = models.BooleanField(default=True)
    """Whether that it helped was said with it, and not before."""
    at = models.DateTimeField(default=now)

    objects: Any = ReuseRows.as_manager()

    class Meta:
        db_table = "reuse"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="reuse_once")]

    def __str__(self) -> str:
        return f"{self.post_id} solved it for {self.person_id}"
