from collections.abc import Collection, Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import announce, announce_all, verb
from junto.kit.text import clean, excerpt, mentioned
from junto.kit.text.models import RenderedText
from junto.people.models import Person
from junto.posts import rules
from junto.posts.attached.said import Said
from junto.posts.facts import PostDeleted, PostEdited, PostHelped, PostRestored, PostWritten
from junto.posts.mentioning import mention, people_mentionable
from junto.posts.models.thread import Thread, forget
from junto.posts.twice import TWICE
from junto.spaces.models import Space

SHOWN = (
    *("pk", "thread_id", "parent_id", "kind", "html", "written_at", "edited_at", "helped_count"),
    *("author_id", "author__name", "author__is_active", "author__department", "author__what_i_do", "author__place", "author__picture"),
    *("origin__url", "origin__licence", "origin__author_name", "helped_me"),
    *("cards_shown", "files_shown", "acceptance__at", "is_outdated"),
)


class PostRows(models.QuerySet["Post"]):
    def visible_to(self, person: Person) -> "PostRows":
        """Posts of threads this person may read, but for deleted ones."""
        return self.standing().filter(thread__in=Thread.objects.visible_to(person))

    def standing(self) -> "PostRows":
        """Posts that were not deleted; a comment goes and comes back with the post it belongs to."""
        return self.filter(deletion=None, parent__deletion=None)

    def restorable_by(self, person: Person) -> "PostRows":
        """Deleted posts this person may bring back."""
        return self.filter(rules.posts_deleted_and_restorable_by(person))

    def as_shown_to(self, person: Person, *more: str) -> Any:
        """What a page shows of each post, and whether it helped this person: values in the order of SHOWN, then `more`.

        Nothing else is loaded, and no objects are made: a page has dozens of these.
        """
        from junto.posts.models.helped import Helped

        helped = Exists(Helped.objects.filter(post=OuterRef("pk"), person=person))
        return self.annotate(helped_me=helped).values_list(*SHOWN, *more)

    def for_rows(self) -> "PostRows":
        """With what a row of a list shows of an answer: where it was given, how it begins, whether it solved it."""
        shown = (
            "thread__title",
            "thread__space__name",
            "plain",
            "written_at",
            "helped_count",
            "acceptance__post",
            "kind",
        )
        return self.select_related("thread__space", "acceptance").only(*shown)

    def top_level(self) -> "PostRows":
        """Answers and replies; the opening and comments stand elsewhere."""
        return self.filter(kind__in=[Post.Kind.ANSWER, Post.Kind.REPLY])

    def just_sent(self, thread: Thread, *, by: Person, source: str, parent: "Post | None") -> "Post | None":
        """The person's latest post, if they sent it a moment ago with the same words to the same place."""
        for pk, *sent, written in _latest_of(person=by.pk):
            if sent == [thread.pk, parent.pk if parent else None, clean(source)] and written > now() - TWICE:
                return self.get(pk=pk)
        return None

    @verb
    def add(self, thread: Thread, *, by: Person | None, source: str, kind: str, parent: "Post | None" = None, at: Any = None) -> "Post":
        """Writes a post into the thread: its text, its mentions, the thread's counts, the fact. An import may not know by whom it is."""
        post = Post(thread=thread, kind=kind, parent=parent, author=by, written_at=at or now())
        post.write(source)
        self.add_all([post], is_history=at is not None)
        return post

    @verb
    def add_all(self, posts: "Sequence[Post]", *, is_history: bool) -> None:
        """The same for posts that are written and have their place, but are not kept yet: as many queries for a hundred as for two.

        Whom a text names is asked here and not by whoever wrote it, so that no way in can forget to ask.
        """
        from junto.posts.cards.linking import follow_links
        from junto.posts.models.watch import Watch

        for post in posts:
            if mentioned(post.source):
                post.write_again()
        Post.objects.bulk_create(posts)
        signed = [(post, post.author) for post in posts if post.author]
        Watch.objects.begin_all(Watch(thread=post.thread, person=author, since=post.written_at) for post, author in signed)
        for post, author in signed:
            mention(post, by=author, at=post.written_at if is_history else None)
            if not is_history:
                follow_links(post, by=author.pk)
        announce_all(post.as_fact(is_history) for post in posts if post.kind != Post.Kind.OPENING)
        count_posts(posts)


class Post(RenderedText):
    """One contribution in a thread."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("opening")
        ANSWER = "answer", _("answer")
        REPLY = "reply", _("reply")
        COMMENT = "comment", _("comment")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="comments")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="posts")
    written_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    helped_count = models.PositiveIntegerField(default=0)
    is_outdated = models.BooleanField(default=False)
    """Whether it may no longer hold (`Outdated` says who thinks so), so that lists and search ask for nothing more."""
    cards_shown = models.JSONField(default=list)
    """What stands on its cards (`junto.posts.cards.face`), so that pages ask for nothing more."""

    files_shown = models.JSONField(default=list)
    """What stands there of its files (`junto.posts.attached.face`), for the same reason."""

    came_before = False
    """Whether it had come under the same mark already, when it was sent a moment ago."""

    objects: ClassVar[Any] = PostRows.as_manager()

    class Meta:
        db_table = "post"
        indexes = [
            models.Index(fields=["thread", "parent", "id"], name="post_of_thread"),
            models.Index(fields=["author", "-written_at", "-id"], name="post_of_author"),
        ]
        constraints = [models.UniqueConstraint(fields=["thread"], condition=Q(kind="opening"), name="one_opening")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self) -> str:
        return url("posts:post", self.pk)

    @property
    def is_deleted(self) -> bool:
        return hasattr(self, "deletion")

    @property
    def solved_it(self) -> bool:
        """Whether this answer was accepted. Comes with `for_rows`, and is asked otherwise."""
        return hasattr(self, "acceptance")

    def as_fact(self, is_history: bool) -> PostWritten:
        """That it was written; with the time when it was, if that is long ago."""
        return PostWritten(
            **self._about(self.author),
            post_id=self.pk,
            kind=self.kind,
            parent_id=self.parent_id,
            at=self.written_at if is_history else None,
        )

    def excerpt(self, length: int) -> str:
        """How the text begins, on one line."""
        return excerpt(self.plain, length)

    def people_mentionable(self, numbers: Collection[int]) -> dict[int, str]:
        """Which of these people the text may name with a link, for rendering it anew."""
        return people_mentionable(self.thread, numbers, by=self.author_id)

    @property
    def version(self) -> str:
        """Which text this is: changes with every edit, so that two people who edit at once find out."""
        return self.edited_at.isoformat() if self.edited_at else "first"

    @verb
    def edit(
        self,
        *,
        by: Person,
        source: str,
        title: str | None = None,
        topics: list[str] | None = None,
        version: str | None = None,
        files: Said | None = None,
    ) -> None:
        """Changes the text and its files, with an opening also title and topics, and keeps what stood there. Nothing happens when all is
        the same. Raises TooLong, Refused for files, and EditedMeanwhile when the text is no longer the one that `version` names.
        """
        from junto.posts.models.attachment import Attachment
        from junto.posts.models.revision import Revision

        now_stands = Post.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if version is not None and version != now_stands.version:
            raise EditedMeanwhile
        retitled = title is not None and (title != self.thread.title or topics is not None)
        carries_others = files is not None and Attachment.objects.go_along(self, files, by=by)
        if carries_others or clean(source) != now_stands.source or (title and title != self.thread.title):
            Revision.objects.keep(now_stands)
            self._rewrite(source, by)
        if retitled:
            self.thread.retitle(by=by, title=title or "", topics=topics)

    def _rewrite(self, source: str, by: Person) -> None:
        from junto.posts.cards.linking import follow_links

        self.write(source, people_mentionable(self.thread, mentioned(source), by=by.pk))
        self.edited_at, self.edited_by = now(), by
        self.save(update_fields=["source", "html", "plain", "renderer", "edited_at", "edited_by"])
        mention(self, by=by)
        follow_links(self, by=by.pk)
        announce(PostEdited(thread_id=self.thread_id, space_id=self.thread.space_id, by_id=by.pk, post_id=self.pk))

    @verb
    def delete_softly(self, *, by: Person) -> None:
        """Takes the post out of the thread; whoever did it, and hosts, can bring it back. An accepted answer is accepted no more."""
        from junto.posts.models.deletion import Deletion

        if not Deletion.objects.get_or_create(post=self, defaults={"by": by})[1]:
            return
        if self.solved_it:
            self.acceptance.withdraw(by=by)
        announce(PostDeleted(thread_id=self.thread_id, space_id=self.thread.space_id, by_id=by.pk, post_id=self.pk))
        self.thread.recount()

    @verb
    def restore(self, *, by: Person) -> None:
        """Brings the post back."""
        from junto.posts.models.deletion import Deletion

        if not Deletion.objects.filter(post=self).delete()[0]:
            return
        forget(self, "deletion")
        announce(PostRestored(thread_id=self.thread_id, space_id=self.thread.space_id, by_id=by.pk, post_id=self.pk))
        self.thread.recount()

    @verb
    def accept(self, *, by: Person | None, at: Any = None) -> None:
        """Marks this answer as one that solved it. Several answers of a thread may share that."""
        from junto.posts.models.acceptance import Acceptance, count_acceptance

        given = {"thread": self.thread, "by": by, "at": at or now()}
        acceptance, is_new = Acceptance.objects.get_or_create(post=self, defaults=given)
        if is_new:
            announce(acceptance.as_fact(), at=at)
            count_acceptance(self.thread, 1)

    @verb
    def help(self, person: Person, *, at: Any = None) -> None:
        """The person says that this helped them; saying it twice changes nothing."""
        from junto.posts.models.helped import Helped

        if Helped.objects.get_or_create(post=self, person=person, defaults={"at": at or now()})[1]:
            announce(PostHelped(**self._about(person), post_id=self.pk), at=at)
            self._count_help(1)

    @verb
    def help_not(self, person: Person) -> None:
        """The person takes that back. Nobody is told."""
        from junto.posts.models.helped import Helped

        if Helped.objects.filter(post=self, person=person).delete()[0]:
            self._count_help(-1)

    def _about(self, by: Person | None) -> dict[str, Any]:
        return {"thread_id": self.thread_id, "space_id": self.thread.space_id, "by_id": by.pk if by else None}

    def _count_help(self, step: int) -> None:
        Post.objects.filter(pk=self.pk).update(helped_count=F("helped_count") + step)
        Thread.objects.filter(pk=self.thread_id).update(helped_count=F("helped_count") + step)
        self.refresh_from_db(fields=["helped_count"])


@compiled
def _latest_of(person: int) -> Any:
    rows = Post.objects.filter(author=person, deletion=None).exclude(kind=Post.Kind.OPENING)
    return rows.order_by("-written_at", "-id").values_list("pk", "thread_id", "parent_id", "source", "written_at")[:1]


class EditedMeanwhile(Exception):
    """Somebody else changed the text while this person was writing."""


def count_posts(posts: Sequence[Post]) -> None:
    """Brings the stored counts of threads and spaces up to date. Last in the verb: these rows are hot and their locks live until commit.

    A single post is added to what stands there; for many, counting anew is one statement for all threads together.
    """
    if len(posts) == 1:
        _count_one(posts[0])
    else:
        Thread.objects.filter(pk__in={post.thread_id for post in posts}).recount()
    latest: dict[int, Any] = {}
    for post in posts:
        space = post.thread.space_id
        latest[space] = max(latest.get(space, post.written_at), post.written_at)
    for space, at in latest.items():
        Space.objects.filter(pk=space, last_activity_at__lt=at).update(last_activity_at=at)


def _count_one(post: Post) -> None:
    Thread.objects.filter(pk=post.thread_id).update(
        post_count=F("post_count") + 1,
        answer_count=F("answer_count") + int(post.kind == Post.Kind.ANSWER),
        last_activity_at=Greatest(F("last_activity_at"), post.written_at),
        last_post_id=Greatest(F("last_post_id"), post.pk),
    )
