from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from junto.design.links import url
from junto.help.hallway import rules
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.text.fold import folded
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.posts.models.thread import tidy_title
from junto.posts.twice import one_sending_at_a_time
from junto.topics.models import Topic

if TYPE_CHECKING:
    from junto.help.models.first_look import FirstLook


class NoteRows(models.QuerySet["Note"]):
    def visible_to(self, person: Person) -> "NoteRows":
        """Notes this person wrote."""
        return self.filter(rules.notes_seen_by(person))

    def restorable_by(self, person: Person) -> "NoteRows":
        """Notes this person deleted and can bring back."""
        return self.filter(author=person, deleted_at__isnull=False)

    def with_words(self, text: str) -> "NoteRows":
        """Notes with all these words in them; accents and capitals do not matter."""
        rows = self
        for word in folded(text).split()[:8]:
            rows = rows.filter(words__contains=word)
        return rows

    def for_rows(self) -> "NoteRows":
        """With what a row of a list shows."""
        return self.select_related("partner", "first_look", "thread", "case_of").prefetch_related("topics", "shared__space")

    @verb
    def take(self, *, by: Person, mark: str = "", seconds: int | None = None, at: Any = None, **said: Any) -> "Note":
        """A new note; sent again under the same mark it is taken once. `said` is what `Note.write` takes."""
        one_sending_at_a_time(by)
        before = self.filter(author=by, mark=mark).first() if mark else None
        if before is not None:
            before.came_before = True
            return before
        note = Note(author=by, mark=mark, seconds=seconds, at=at or now())
        note.write(**said)
        return note


class Note(models.Model):
    """What was asked in passing and what helped, in two lines. Only its writer reads it, and it announces nothing."""

    LONGEST_TEXT = 2000
    BROUGHT_BACK_WITHIN = timedelta(days=1)

    author = models.ForeignKey(Person, models.CASCADE, related_name="hallway_notes")
    title = models.CharField(max_length=Thread.LONGEST_TITLE)
    text = models.TextField()
    topics = models.ManyToManyField(Topic, blank=True, related_name="hallway_notes")
    partner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    named = models.CharField(max_length=120, blank=True)
    """Somebody without an account. The name stays in this note, whatever else is shared of it."""
    case_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="cases")
    thread = models.ForeignKey(Thread, models.SET_NULL, null=True, related_name="+")
    """The question and answer that was made of it."""
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="+")
    """What of it stands there."""
    words = models.TextField(editable=False, default="")
    seconds = models.PositiveSmallIntegerField(null=True)
    """How long it took to write it down, as the browser says."""
    mark = models.CharField(max_length=36, blank=True)
    at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True)

    came_before = False

    objects = NoteRows.as_manager()

    class Meta:
        db_table = "hallway_note"
        indexes = [models.Index(fields=["author", "-at", "-id"], name="hallway_notes_of")]
        constraints = [models.UniqueConstraint(fields=["author", "mark"], condition=~Q(mark=""), name="hallway_note_once")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("help:note", self.pk)

    @property
    def look(self) -> "FirstLook | None":
        """What the partner was asked, if they were."""
        return getattr(self, "first_look", None)

    @property
    def waits(self) -> bool:
        """Whether the partner still has time to answer. A no looks like silence: nobody is told on by it."""
        return self.look is not None and not self.look.is_yes and self.look.until > now()

    @property
    def stays(self) -> bool:
        """Whether the time passed without a yes."""
        return self.look is not None and not self.look.is_yes and self.look.until <= now()

    @property
    def whom(self) -> str:
        """With whom it was, for the writer's own eyes."""
        return self.partner.name if self.partner else self.named

    @verb
    def write(
        self,
        *,
        title: str,
        text: str,
        topics: list[str],
        partner: Person | None = None,
        named: str = "",
        case_of: "Note | None" = None,
    ) -> None:
        """Puts these words into the note. What was shared of it stays as it was agreed, and a partner who was asked stays its partner."""
        self.title, self.text, self.case_of = tidy_title(title), text, case_of or self.case_of
        if self.look is None:
            self.partner, self.named = partner, named
        self.words = folded(" ".join([title, text, self.whom, *topics]))
        self.save()
        self.topics.set(Topic.objects.called(topics))

    @verb
    def belong_to(self, other: "Note") -> None:
        """Says that this is another case of a note of the same writer."""
        self.case_of = other
        self.save(update_fields=["case_of"])

    @verb
    def forget_partner(self) -> None:
        """Takes out with whom it was; the writer's words stay."""
        self.partner = None
        self.words = folded(" ".join([self.title, self.text, self.named, *(topic.name for topic in self.topics.all())]))
        self.save(update_fields=["partner", "words"])

    @verb
    def delete_softly(self) -> None:
        """Takes the note out, and what was shared of it. For a day it can be brought back."""
        self.deleted_at = now()
        self.save(update_fields=["deleted_at"])
        if self.look is not None:
            self.look.leave_inbox()

    @verb
    def restore(self) -> None:
        """Brings the note back as it was."""
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])
