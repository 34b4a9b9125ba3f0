"""What the posts room keeps of people."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Basis, Erasure, Kept
from junto.people.models import Person
from junto.posts.attached.receiving import forget_unsent
from junto.posts.deleted_things import forget_deleted
from junto.posts.erasing import take_out_files, take_out_mentions, take_out_texts, unsign_thanks
from junto.posts.marks import forget_marks
from junto.posts.models import (
    Acceptance,
    Attachment,
    CardRemoval,
    CardsPaused,
    Closure,
    Deletion,
    Draft,
    Helped,
    Mention,
    Origin,
    Outdated,
    Post,
    ReadPosition,
    Reuse,
    Revision,
    Sent,
    Thread,
    ThreadLink,
    Watch,
)

READERS = _("whoever may read the space")
THREAD_EXISTS = _("as long as the thread exists")
WRITTEN = _("until you or a host deletes them, and 30 days more in which they can be brought back; as you wish when you leave for good")
ONLY_YOU = _("only you")
SO_THAT_CARE_IS_SEEN = _("so that people see who looked after a thread, and can ask")


class KeptSent(Kept):
    name = "sent"
    model = Sent
    what = _("The mark under which a text came from your browser")
    why = _("so that what is sent again after a lost connection arrives once")
    readers = ONLY_YOU
    until = _("60 days after it came")
    basis = Basis.CONTRACT
    forgotten_by = forget_marks
    fields = ("mark", "at")


class KeptThreads(Kept):
    name = "threads"
    model = Thread
    what = _("Questions you asked and discussions you started")
    why = _("so that others can answer, and find the answer later")
    readers = READERS
    until = WRITTEN
    basis = Basis.CONTRACT
    forgotten_by = forget_deleted
    people = ("author",)
    fields = ("pk", "kind", "title", "opened_at")
    erasure = Erasure.UNNAME


class KeptPosts(Kept):
    """What the person wrote. `KeptThreads` is unnamed after this one has decided which threads remain."""

    name = "posts"
    model = Post
    what = _("What you wrote: questions, answers, replies, comments; and whose posts you edited")
    why = _("so that people learn from it")
    readers = READERS
    until = WRITTEN
    basis = Basis.CONTRACT
    forgotten_by = forget_deleted
    people = ("author", "edited_by")
    fields = ("pk", "thread_id", "kind", "source", "written_at", "edited_at", "helped_count")
    erasure = Erasure.UNNAME

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return Post.objects.filter(author=person).order_by("pk")

    def readable(self, person: int) -> Iterator[str]:
        """Everything as one text. The title of a thread stands there only while the person may read it."""
        seen = Thread.objects.visible_to(Person.objects.get(pk=person)).values("pk")
        titles = Q(thread__in=seen) | Q(kind=Post.Kind.OPENING)
        named = dict(Post.objects.filter(titles, author=person).values_list("pk", "thread__title"))
        for post in self.rows_about(person).iterator(chunk_size=200):
            yield f"## {named.get(post.pk, '…')}\n\n{post.written_at:%Y-%m-%d %H:%M} UTC\n\n{post.source}\n\n"

    def erase(self, person: int, keep_texts: bool) -> None:
        take_out_mentions(person)
        Origin.objects.filter(post__author=person).update(author_name="")
        if not keep_texts:
            take_out_texts(person)
        super().erase(person, keep_texts)


class KeptRevisions(Kept):
    name = "revisions"
    model = Revision
    what = _("Former texts of what you wrote")
    why = _("so that nothing is changed unseen")
    readers = READERS
    until = THREAD_EXISTS
    people = ("by",)
    fields = ("post_id", "title", "source", "files", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        if not keep_texts:
            self.rows_about(person).delete()
        super().erase(person, keep_texts)


class KeptAttachments(Kept):
    name = "attachments"
    model = Attachment
    what = _("Which pictures and files you gave with what you wrote, and what you said is to be seen")
    why = _("so that people see what you write about")
    readers = READERS
    until = _("as long as the post exists; what was never sent, as long as its draft, or a week")
    basis = Basis.CONTRACT
    forgotten_by = forget_unsent
    people = ("by",)
    fields = ("post_id", "draft", "name", "alt", "size", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        """What was never sent goes in any case."""
        gone = self.rows_about(person)
        take_out_files(gone.filter(post=None) if keep_texts else gone)
        super().erase(person, keep_texts)


class KeptDrafts(Kept):
    name = "drafts"
    model = Draft
    what = _("What you began to write and have not sent")
    why = _("so that nothing you wrote is lost")
    readers = ONLY_YOU
    until = _("until you send it or give it up")
    fields = ("key", "fields", "kept_at")


class KeptMentions(Kept):
    name = "mentions"
    model = Mention
    what = _("That a post names you")
    why = _("so that you hear of it")
    readers = READERS
    until = _("as long as the post names you")
    fields = ("post_id",)


class KeptThanks(Kept):
    name = "helped"
    model = Helped
    what = _("That something helped you")
    why = _("so that whoever wrote it knows, and others find it")
    readers = _("whoever wrote the post; others see only how many it helped")
    until = _("until you take it back")
    fields = ("post_id", "at")
    erasure = Erasure.NEVER

    def erase(self, person: int, keep_texts: bool) -> None:
        unsign_thanks(person)


class KeptReuses(Kept):
    name = "reuses"
    model = Reuse
    what = _("That an answer solved what you were about to ask")
    why = _("so that it is found first by whoever has the same question")
    readers = _("only you; others see only how many it helped")
    until = THREAD_EXISTS
    fields = ("post_id", "at")
    erasure = Erasure.UNNAME


class KeptReadPositions(Kept):
    name = "read_positions"
    model = ReadPosition
    what = _("How far you have read a thread")
    why = _("so that you see what is new to you")
    readers = ONLY_YOU
    until = THREAD_EXISTS
    fields = ("thread_id", "post_id", "at")


class KeptWatches(Kept):
    name = "watches"
    model = Watch
    what = _("Which threads you want to hear of, and which not")
    why = _("so that you are told of what concerns you, and only of that")
    readers = ONLY_YOU
    until = THREAD_EXISTS
    fields = ("thread_id", "level", "since")


class KeptAcceptances(Kept):
    name = "acceptances"
    model = Acceptance
    what = _("That you said which answer solved it")
    why = SO_THAT_CARE_IS_SEEN
    readers = READERS
    until = THREAD_EXISTS
    people = ("by",)
    fields = ("thread_id", "post_id", "at")
    erasure = Erasure.UNNAME


class KeptClosures(Kept):
    name = "closures"
    model = Closure
    what = _("That you closed a thread, and why")
    why = SO_THAT_CARE_IS_SEEN
    readers = READERS
    until = THREAD_EXISTS
    people = ("by",)
    fields = ("thread_id", "because", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        if not keep_texts:
            Closure.objects.filter(by=person).update(because="")
        super().erase(person, keep_texts)


class KeptOutdated(Kept):
    name = "outdated"
    model = Outdated
    what = _("That you said an answer may no longer hold, and why")
    why = SO_THAT_CARE_IS_SEEN
    readers = READERS
    until = _("until somebody brings the answer up to date or says that it holds")
    people = ("by",)
    fields = ("post_id", "because", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        if not keep_texts:
            Outdated.objects.filter(by=person).update(because="")
        super().erase(person, keep_texts)


class KeptDeletions(Kept):
    name = "deletions"
    model = Deletion
    what = _("That you deleted something")
    why = _("so that you and hosts can bring it back")
    readers = _("you and the hosts of the space")
    until = _("until it is brought back, or for 30 days; then what was deleted is gone for good")
    forgotten_by = forget_deleted
    people = ("by",)
    fields = ("thread_id", "post_id", "at")
    erasure = Erasure.UNNAME


class KeptCardRemovals(Kept):
    name = "card_removals"
    model = CardRemoval
    what = _("That you took a card off a post")
    why = _("so that it stays off")
    readers = READERS
    until = _("as long as the post links there")
    people = ("by",)
    fields = ("card_id", "at")
    erasure = Erasure.UNNAME


class KeptCardsPaused(Kept):
    name = "cards_paused"
    model = CardsPaused
    what = _("That you, as an owner, switched cards for links off")
    why = _("so that owners see who decided what is fetched from elsewhere")
    readers = _("owners")
    until = _("until cards are switched on again")
    people = ("by",)
    fields = ("at",)
    erasure = Erasure.UNNAME


class KeptThreadLinks(Kept):
    name = "thread_links"
    model = ThreadLink
    what = _("That you said which threads belong together")
    why = SO_THAT_CARE_IS_SEEN
    readers = READERS
    until = THREAD_EXISTS
    people = ("by",)
    fields = ("thread_id", "other_id", "kind", "at")
    erasure = Erasure.UNNAME
