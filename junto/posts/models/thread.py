import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.people.models import Person
from junto.posts import rules
from junto.posts.attached.said import Said
from junto.posts.facts import ThreadDeleted, ThreadReopened, ThreadRestored, ThreadRetitled, ThreadsUnlinked
from junto.posts.twice import TWICE, one_sending_at_a_time
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

if TYPE_CHECKING:
    from junto.posts.models import Closure, Deletion, Post, ThreadLink
    from junto.posts.models.begun import Begun


OF_ROW = (
    *("kind", "title", "language", "opened_at", "last_activity_at", "last_post_id", "answer_count", "post_count", "helped_count"),
    *("accepted_count", "author__name", "space__name", "space__slug", "closure__thread"),
)


class ThreadRows(models.QuerySet["Thread"]):
    def visible_to(self, person: Person) -> "ThreadRows":
        """Threads this person may read."""
        return self.filter(rules.threads_seen_by(person))

    def restorable_by(self, person: Person) -> "ThreadRows":
        """Deleted threads this person may bring back."""
        return self.filter(rules.threads_deleted_and_restorable_by(person))

    def for_rows(self) -> "ThreadRows":
        """With what a row of a list shows."""
        return self.select_related("author", "space", "closure").only(*OF_ROW)

    def for_page(self, person: Person) -> "ThreadRows":
        """With what a thread page shows besides posts: where, who, how it stands, and this person's own part in it."""
        from junto.posts.models.read_position import ReadPosition
        from junto.posts.models.thread_link import ThreadLink
        from junto.posts.models.watch import Watch

        own = {"person": person, "thread": OuterRef("pk")}
        role = Membership.objects.filter(person=person, space=OuterRef("space_id"))
        return self.select_related("space", "closure").annotate(
            role=Subquery(role.values("role")[:1]),
            has_links=Exists(ThreadLink.objects.from_or_to(OuterRef("pk"))),
            read_to=Subquery(ReadPosition.objects.filter(**own).values("post_id")[:1]),
            watch_level=Subquery(Watch.objects.filter(**own).values("level")[:1]),
        )

    def with_read_position_of(self, person: Person) -> "ThreadRows":
        """With how far the person has read each thread (None: never opened), so that a row can say what is new."""
        from junto.posts.models.read_position import ReadPosition

        return self.annotate(read_to=Subquery(ReadPosition.objects.filter(person=person, thread=OuterRef("pk")).values("post_id")[:1]))

    def with_doubts(self) -> "ThreadRows":
        """Each knows whether something that solved it may no longer hold."""
        from junto.posts.models.post import Post

        accepted = Post.objects.filter(thread=OuterRef("pk"), acceptance__isnull=False, is_outdated=True)
        return self.annotate(is_outdated=Exists(accepted))

    def unanswered(self) -> "ThreadRows":
        """Open questions without an answer."""
        return self.filter(kind=Thread.Kind.QUESTION, answer_count=0, closure=None)

    def unsolved(self) -> "ThreadRows":
        """Open questions with answers, none of them accepted."""
        return self.filter(kind=Thread.Kind.QUESTION, answer_count__gt=0, accepted_count=0, closure=None)

    def solved(self) -> "ThreadRows":
        """Questions with an accepted answer."""
        return self.filter(accepted_count__gt=0)

    def closed(self) -> "ThreadRows":
        """Threads that take no more posts."""
        return self.filter(closure__isnull=False)

    @verb
    def open(
        self,
        space: Space,
        *,
        by: Person | None,
        title: str,
        source: str,
        kind: str = "question",
        topics: list[str] | None = None,
        language: str = "",
        at: Any = None,
        mark: str = "",
        files: Said | None = None,
    ) -> "Thread":
        """A new thread with its opening; sent twice by mistake, or again under the same mark, it is opened once.

        Raises TooLong when the text is too long for a post, and Refused for files that cannot go along.
        """
        from junto.posts.models.attachment import Attachment
        from junto.posts.models.begun import begin
        from junto.posts.models.post import Post
        from junto.posts.models.sent import Sent

        title = tidy_title(title)
        if by and at is None:
            one_sending_at_a_time(by)
            if sent := Sent.objects.under(mark, by):
                return sent.thread
            same = self.filter(author=by, space=space, title=title, opened_at__gt=now() - TWICE, deletion=None).first()
            if same and (not files or Attachment.objects.repeats(same.posts.get(kind=Post.Kind.OPENING), files, by=by)):
                return same
        opening = Post(kind=Post.Kind.OPENING, author=by, written_at=at or now())
        opening.write(source)
        begun = begin(space, opening, title=title, kind=kind, topics=topics or (), language=language)
        self.open_all([begun], is_history=at is not None)
        if files and by:
            Attachment.objects.go_along(opening, files, by=by)
        Sent.objects.note(mark, opening)
        return begun.thread

    @verb
    def open_all(self, begun: "Sequence[Begun]", *, is_history: bool) -> None:
        """The same for threads that are written but not kept yet: as many queries for a hundred as for two."""
        from junto.posts.models.post import Post

        Thread.objects.bulk_create([one.thread for one in begun])
        named = Topic.objects.called_each(one.topics for one in begun)
        uses = [(one.thread, topic) for one, topics in zip(begun, named, strict=True) for topic in dict.fromkeys(topics)]
        About = Thread.topics.through
        About.objects.bulk_create(About(thread=thread, topic=topic) for thread, topic in uses)
        Post.objects.add_all([one.opening for one in begun], is_history=is_history)
        announce_all(one.as_fact(is_history) for one in begun)
        for space, number in Counter(one.thread.space_id for one in begun).items():
            Space.objects.filter(pk=space).update(thread_count=F("thread_count") + number)

    @verb
    def recount(self) -> None:
        """Works the stored counts out anew from the posts that are not deleted, of all these threads in one statement. The rows are
        locked first, so that a post that is being written is either seen here or adds itself afterwards."""
        from junto.posts.models.post import Post

        numbers = list(self.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
        posts = Post.objects.standing().filter(thread=OuterRef("pk")).order_by()
        Thread.objects.filter(pk__in=numbers).update(
            post_count=_over(posts, Count("pk"), 0),
            answer_count=_over(posts.filter(kind=Post.Kind.ANSWER), Count("pk"), 0),
            helped_count=_over(posts, Sum("helped_count"), 0),
            accepted_count=_over(posts.filter(acceptance__isnull=False), Count("pk"), 0),
            last_post_id=_over(posts, Max("pk"), 0),
            last_activity_at=_over(posts, Max("written_at"), F("opened_at")),
        )


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
    accepted_count = models.PositiveSmallIntegerField(default=0)

    came_before = False
    """Whether it had come under the same mark already, when it was sent a moment ago."""

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
        return url("posts:thread", self.pk)

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
        return self.accepted_count > 0

    @property
    def state(self) -> str:
        """How a row shows it: solved, closed, waiting (a question nobody answered) or open."""
        if self.is_solved:
            return "solved"
        if self.is_closed:
            return "closed"
        return "waiting" if self.is_question and not self.answer_count else "open"

    def is_new_since(self, looked_at: Any) -> bool:
        """Whether a row is marked as new: more was written than the person has read, or, never opened, since they last looked around.

        Only for threads that came `with_read_position_of` somebody."""
        if self.read_to is not None:
            return self.last_post_id > self.read_to
        return looked_at is not None and self.last_activity_at > looked_at

    @property
    def answer_kind(self) -> str:
        """What a contribution directly under the opening is called here: an answer to a question, a reply in a discussion."""
        return "answer" if self.is_question else "reply"

    @verb
    def reply(
        self,
        *,
        by: Person | None,
        source: str,
        parent: "Post | None" = None,
        at: Any = None,
        mark: str = "",
        files: Said | None = None,
    ) -> "Post":
        """An answer (to a question), a reply (in a discussion), or a comment under `parent`. Whoever writes watches from then on.

        The same words sent twice by mistake, or anything under a mark that came before, are posted once.
        Raises TooLong, Refused for files that cannot go along, and ThreadIsClosed when somebody closed it meanwhile.
        """
        from junto.posts.models.attachment import Attachment
        from junto.posts.models.post import Post
        from junto.posts.models.sent import Sent

        if by and at is None:
            one_sending_at_a_time(by)
            if sent := Sent.objects.under(mark, by):
                return sent
            same = Post.objects.just_sent(self, by=by, source=source, parent=parent)
            if same and (not files or Attachment.objects.repeats(same, files, by=by)):
                return Sent.objects.note(mark, same)
            self._must_be_open()
        kind = Post.Kind.COMMENT if parent else self.answer_kind
        post = Post.objects.add(self, by=by, source=source, kind=kind, parent=parent, at=at)
        if files and by:
            Attachment.objects.go_along(post, files, by=by)
        return Sent.objects.note(mark, post)

    def _must_be_open(self) -> None:
        from junto.posts.models.closure import Closure

        if Closure.objects.filter(thread=self).exists():
            raise ThreadIsClosed

    @verb
    def retitle(self, *, by: Person, title: str, topics: list[str] | None = None) -> None:
        """Changes title and topics. `Post.edit` calls it for an opening, and keeps the former title with the former text."""
        self.title = tidy_title(title)
        self.save(update_fields=["title"])
        if topics is not None:
            self.topics.set(Topic.objects.called(topics))
        announce(ThreadRetitled(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))

    @verb
    def close(self, *, by: Person | None, because: str = "", at: Any = None) -> "Closure":
        """Takes no more posts, and says why."""
        from junto.posts.models.closure import Closure

        closure, is_new = Closure.objects.get_or_create(
            thread=self, defaults={"by": by, "because": because.strip()[:500], "at": at or now()}
        )
        if is_new:
            announce(closure.as_fact(), at=at)
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
            count_threads(self.space_id, -1)
            announce(ThreadDeleted(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))
        return deletion

    @verb
    def restore(self, *, by: Person) -> None:
        """Brings the thread back as it was."""
        from junto.posts.models.deletion import Deletion

        if Deletion.objects.filter(thread=self).delete()[0]:
            count_threads(self.space_id, 1)
            announce(ThreadRestored(thread_id=self.pk, space_id=self.space_id, by_id=by.pk))
        forget(self, "deletion")

    @verb
    def link_to(self, other: "Thread", *, kind: str, by: Person | None, at: Any = None) -> "ThreadLink":
        """Says that this thread is a duplicate of, or related to, another."""
        from junto.posts.models.thread_link import ThreadLink

        link, is_new = ThreadLink.objects.get_or_create(thread=self, other=other, kind=kind, defaults={"by": by, "at": at or now()})
        if is_new:
            announce(link.as_fact(), at=at)
        return link

    @verb
    def unlink_from(self, other: "Thread", *, by: Person) -> None:
        """Takes back that the two belong together, whichever side said so."""
        from junto.posts.models.thread_link import ThreadLink

        if ThreadLink.objects.from_or_to(self).filter(Q(thread=other) | Q(other=other)).delete()[0]:
            announce(ThreadsUnlinked(thread_id=self.pk, space_id=self.space_id, by_id=by.pk, other_id=other.pk))

    @verb
    def recount(self) -> None:
        """Works the stored counts out anew after something was deleted or restored, and the space's last activity."""
        Thread.objects.filter(pk=self.pk).recount()
        count_threads(self.space_id, 0)


def _over(posts: Any, what: Any, otherwise: Any) -> Any:
    """A figure over the posts of a thread, or `otherwise` when there are none."""
    return Coalesce(Subquery(posts.values("thread").annotate(figure=what).values("figure")), otherwise)


class ThreadIsClosed(Exception):
    """Somebody closed the thread while somebody else was writing."""


def count_threads(space: int, step: int) -> None:
    """Brings a space's number of threads and its last activity up to date after something was deleted or restored."""
    latest = Thread.objects.filter(space=space, deletion=None).order_by("-last_activity_at").values("last_activity_at")[:1]
    activity = Greatest(F("started_at"), Coalesce(Subquery(latest), F("started_at")))
    Space.objects.filter(pk=space).update(thread_count=F("thread_count") + step, last_activity_at=activity)


def tidy_title(title: str) -> str:
    """The title as it is kept: NFC, one line."""
    return " ".join(unicodedata.normalize("NFC", title).split())[: Thread.LONGEST_TITLE]


def forget(row: models.Model, name: str) -> None:
    """Drops a remembered reverse relation, after the row behind it was deleted."""
    row._state.fields_cache.pop(name, None)
