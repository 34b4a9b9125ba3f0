from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.files.limits import LARGE
from junto.kit.files.names import address
from junto.kit.files.refusals import Refused
from junto.kit.models import File
from junto.people.models import Person
from junto.posts.attached.face import FileFace
from junto.posts.attached.said import LONGEST_ALT, Said
from junto.posts.facts import FilesChanged
from junto.posts.models.draft import Draft

if TYPE_CHECKING:
    from junto.posts.models.post import Post

USE = "attachment"


class AttachmentRows(models.QuerySet["Attachment"]):
    def waiting(self, person: Person, draft: str) -> "AttachmentRows":
        """What this person sent for a text that they are still writing; nobody else may know of it."""
        return self.filter(post=None, by=person, draft=draft)

    def forgettable(self) -> "AttachmentRows":
        """What waits for a text that nobody is writing any more."""
        drafts = Draft.objects.filter(person=OuterRef("by"), key=OuterRef("draft"))
        return self.filter(~Exists(drafts), post=None, at__lt=now() - Attachment.KEPT)

    @verb
    def go_along(self, post: "Post", said: Said, *, by: Person) -> bool:
        """The post carries what the form names beside what it carried, without what is taken off; says whether anything is otherwise.

        Raises Refused for what is not this person's to give, or not here any more, and when there are too many.
        """
        standing = {each.pk: each for each in self.filter(post=post)}
        coming = {each.pk: each for each in self.waiting(by, said.draft).select_for_update().filter(pk__in=said.numbers)}
        if said.numbers - standing.keys() - coming.keys():
            raise Refused("not_there")
        both = standing | coming
        if len(both.keys() - said.off) > Attachment.MOST:
            raise Refused("too_many", most=Attachment.MOST)
        for each in coming.values():
            each.go_into(post)
        described = [each.describe(said.alts[number]) for number, each in both.items() if number in said.alts]
        self.filter(pk__in=said.off & both.keys()).drop()
        is_otherwise = bool(coming.keys() - said.off or standing.keys() & said.off or any(described))
        if is_otherwise:
            self.draw(post)
        return is_otherwise

    @verb
    def repeats(self, post: "Post", said: Said, *, by: Person) -> bool:
        """Whether what the form brings stands in the post already, by name and size: then it came twice by mistake, and goes."""
        coming = self.waiting(by, said.draft).filter(pk__in=said.numbers)
        there = set(self.filter(post=post).values_list("name", "size"))
        if not set(coming.values_list("name", "size")) <= there:
            return False
        coming.drop()
        return True

    @verb
    def draw(self, post: "Post") -> None:
        """Keeps with the post what stands in it now, so that pages ask for nothing more."""
        post.files_shown = [list(each.face) for each in self.filter(post=post).order_by("pk")]
        post.save(update_fields=["files_shown"])

    @verb
    def drop(self) -> None:
        """Takes them out, with their bytes."""
        numbers = list(self.values_list("pk", flat=True))
        File.objects.filter(use=USE, number__in=numbers).discard()
        Attachment.objects.filter(pk__in=numbers).delete()


class Attachment(models.Model):
    """A picture or another file that belongs to a post, or waits with the draft of one."""

    MOST, MOST_WAITING = 10, 20
    KEPT = timedelta(days=7)
    LONGEST_NAME = 120

    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    draft = models.CharField(max_length=80, blank=True)
    """The key of the draft it waits with; empty once it belongs to a post."""
    post = models.ForeignKey("posts.Post", models.CASCADE, null=True, related_name="attachments")
    name = models.CharField(max_length=LONGEST_NAME)
    alt = models.CharField(max_length=LONGEST_ALT, blank=True)
    is_picture = models.BooleanField(default=False)
    file = models.CharField(max_length=32, blank=True)
    """The key of the file once it is ready."""
    size = models.PositiveBigIntegerField(default=0)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    refusal = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField(default=now)

    objects = AttachmentRows.as_manager()

    class Meta:
        db_table = "attachment"
        indexes = [
            models.Index(fields=["by", "draft"], name="attachment_waiting", condition=Q(post=None)),
        ]

    def __str__(self) -> str:
        return f"attachment {self.pk}"

    @property
    def face(self) -> FileFace:
        """What a page shows of it."""
        points = (self.width, self.height)
        return FileFace(self.pk, self.file, self.name, self.alt, self.is_picture, self.size, *points, self.refusal)

    @property
    def small_at(self) -> str:
        """Where a small picture of it is found; nothing for what is none."""
        return address(self.file, LARGE) if self.is_picture else ""

    @property
    def trouble(self) -> str:
        """Why it could not be made ready."""
        return self.face.trouble

    @verb
    def go_into(self, post: "Post") -> None:
        """It belongs to the post from now on."""
        self.post, self.draft = post, ""
        self.save(update_fields=["post", "draft"])

    @verb
    def describe(self, alt: str) -> bool:
        """Says in words what is to be seen; False when that is what it said."""
        if not self.is_picture or alt == self.alt:
            return False
        self.alt = alt
        self.save(update_fields=["alt"])
        return True

    @verb
    def become(self, *, file: str, refusal: str = "") -> None:
        """What became of the file: ready, refused, or taken out."""
        found = File.objects.filter(key=file).first() if file else None
        self.file, self.refusal = file, refusal
        if found:
            self.width, self.height = found.width, found.height
        self.save(update_fields=["file", "refusal", "width", "height"])
        if self.post:
            Attachment.objects.draw(self.post)
            announce(FilesChanged(thread_id=self.post.thread_id, space_id=self.post.thread.space_id, by_id=None, post_id=self.post.pk))
