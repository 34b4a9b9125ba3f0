import unicodedata
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts import rules
from junto.posts.facts import ThreadClosed, ThreadDeleted, ThreadOpened, ThreadReopened, ThreadRestored, ThreadRetitled, ThreadsLinked
from junto.spaces.models import Space
from junto.topics.models import Topic

if TYPE_CHECKING:
    from junto.posts.models import Closure, Deletion, Post, ThreadLink


class ThreadRows(models.QuerySet["Thread"]):
    def visible_to(self, person: Person) -> "ThreadRows":
        """Threads this person may read."""
        return self.filter(rules.threads_seen_by(person))

    def restorable_by(self, person: Person) -> "ThreadRows":
        """Deleted threads this person may bring back."""
        return self.filter(rules.threads_deleted_and_restorable_by(person))

    def for_rows(self) -> "ThreadRows":
        """With what a row of a list shows."""
        return self.select_related("author", "space", "acceptance", "closure")

    def unanswered(self) -> "ThreadRows":
        """Open questions without an answer."""
        return self.filter(kind=Thread.Kind.QUESTION, answer_count=0, closure=None)

    @verb
    def open(self, space: Space, *, by: Person, title: str, source: str, kind: str = "question", topics: list[str] | None = None, at: Any = None) -> "Thread":
        """A new thread with its opening. Raises TooLong when the text is longer than a post may be."""
        from junto.posts.models.post import Post

        thread = self.create(space=space, kind=kind, title=tidy_title(title), author=by, opened_at=at or now(), last_activity_at=at or now())
        thread.topics.set(Topic.objects.called(topics or []))
        opening = Post.objects.add(thread, by=by, source=source, kind=Post.Kind.OPENING, at=at)
        Space.objects.filter(pk=space.pk).update(thread_count=F("thread_count") + 1, last_activity_at=thread.opened_at)
        announce(ThreadOpened(thread_id=thread.pk, space_id=space.pk, by_id=by.pk, post_id=opening.pk), at=at)
        return thread


class Thread(models.Model):
    """One conversation in a space. What lists show often is stored: counts, last activity, the last post."""

    LONGEST_TITLE = 200

    class Kind(models.TextChoices):
        QUESTION = "question", _("question")
        DISCUSSION = "discussion", _("discussion")

    space = models.ForeignKey(Space, models.CASCADE, related_name="threads")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.QUESTION)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="threads")
    topics = models.ManyToManyField(Topic, blank=True, related_name="threads")
    language = models.CharField(max_length=10, blank=True)
    opened_at = models.DateTimeField(default=now)
    last_activity_at = models.DateTimeField(default=now)
    last_post_id = models.BigIntegerField(default=0)
    answer_count = models.PositiveIntegerField(default=0)
    post_count = models.PositiveIntegerField(default=0)
    helped_count = models.PositiveIntegerField(default=0)

    objects = ThreadRows.as_manager()

    class Meta:
        db_table = "thread"
        indexes = [
            models.Index(fields=["space", "-last_activity_at", "-id"], name="thread_of_space"),
            models.Index(fields=["-last_activity_at", "-id"], name="thread_by_activity"),
            models.Index(fields=["author", "-opened_at", "-id"], name="thread_of_author"),
            models.Index(fields=["-opened_at", "-id"], name="thread_unanswered", condition=Q(kind="question", answer_count=0)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("posts:thread", args=[self.pk])

    @property
    def is_question(self) -> bool:
        return self.kind == self.Kind.QUESTION

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closure")

    @property
    def is_deleted(self) -> bool:
        return hasattr(self, "deletion")

    @property
    def is_solved(self) -> bool:
        return hasattr(self, "acceptance")

    @property
    def state(self) -> str:
        """How a row shows it: solved, closed, waiting (a question nobody answered) or open."""
        if self.is_solved:
            return "solved"
        if self.is_closed:
            return "closed"
        return "waiting" if self.is_question and not self.answer_count else "open"

    @verb
    def reply(self, *, by: Person, source: str, parent: "Post | None" = None, at: Any = None) -> "Post":
        """An answer (to a question), a reply (in a discussion), or a comment under `parent`. Whoever writes watches from then on."""
        from junto.posts.models.post import Post

        kind = Post.Kind.COMMENT if parent else Post.Kind.ANSWER if self.is_question else Post.Kind.REPLY
        return Post.objects.add(self, by=by, source=source, kind=kind, parent=parent, at=at)

    @verb
    def retitle(self, *, by: Person, title: str, topics: list[str] | None = None) -> None:
        """Changes title and topics; the former title is kept with the opening's revisions."""
        self.title = tidy_title(title)
        self.save(update_fields=["title"])
        if topics is not None:
            self.topics.set(Topic.objects.called(topics))
        announce(ThreadRetitled(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))

    @verb
    def close(self, *, by: Person, because: str = "", at: Any = None) -> "Closure":
        """Takes no more posts, and says why."""
        from junto.posts.models.closure import Closure

        closure, is_new = Closure.objects.get_or_create(thread=self, defaults={"by": by, "because": because.strip()[:500], "at": at or now()})
        if is_new:
            announce(ThreadClosed(thread_id=self.pk, space_id=self.space_id, by_id=by.pk), at=at)
        return closure

    @verb
    def reopen(self, *, by: Person) -> None:
        """Takes posts again."""
        from junto.posts.models.closure import Closure

        if Closure.objects.filter(thread=self).delete()[0]:
            announce(ThreadReopened(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))
        forget(self, "closure")

    @verb
    def delete_softly(self, *, by: Person) -> "Deletion":
        """Takes the thread out; whoever did it, and hosts, can bring it back."""
        from junto.posts.models.deletion import Deletion

        deletion, is_new = Deletion.objects.get_or_create(thread=self, defaults={"by": by})
        if is_new:
            Space.objects.filter(pk=self.space_id).update(thread_count=F("thread_count") - 1)
            announce(ThreadDeleted(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))
        return deletion

    @verb
    def restore(self, *, by: Person) -> None:
        """Brings the thread back as it was."""
        from junto.posts.models.deletion import Deletion

        if Deletion.objects.filter(thread=self).delete()[0]:
            Space.objects.filter(pk=self.space_id).update(thread_count=F("thread_count") + 1)
            announce(ThreadRestored(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))
        forget(self, "deletion")

    @verb
    def link_to(self, other: "Thread", *, kind: str, by: Person | None, at: Any = None) -> "ThreadLink":
        """Says that this thread is a duplicate of, or related to, another."""
        from junto.posts.models.thread_link import ThreadLink

        link, is_new = ThreadLink.objects.get_or_create(thread=self, other=other, kind=kind, defaults={"by": by, "at": at or now()})
        if is_new:
            by_id = by.pk if by else None
            announce(ThreadsLinked(thread_id=self.pk, space_id=self.space_id, by_id=by_id, other_id=other.pk, kind=kind), at=at)
        return link


def tidy_title(title: str) -> str:
    """The title as it is kept: NFC, one line."""
    return " ".join(unicodedata.normalize("NFC", title).split())[: Thread.LONGEST_TITLE]


def forget(row: models.Model, name: str) -> None:
    """Drops a remembered reverse relation, after the row behind it was deleted."""
    row._state.fields_cache.pop(name, None)
