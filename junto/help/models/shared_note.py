from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.help.hallway import rules
from junto.help.hallway.facts import NoteShared
from junto.help.models.note import Note
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.posts.rules import may_write
from junto.spaces.models import Space


class Shape(models.TextChoices):
    """How a note is shared."""

    NOTE = "note", _("a note")
    QUESTION = "question", _("a question and answer")
    CASE = "case", _("another case")


@dataclass(frozen=True)
class Wish:
    """How a note is to be shared, and where; a case stands beneath `thread`. `at` is when, for a note that is history."""

    shape: Shape
    space: Space
    thread: Thread | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Words:
    """What is shared, and who is credited: the partner, if they agreed to be named."""

    title: str
    text: str
    partner: Person | None = None


class SharedNoteRows(models.QuerySet["SharedNote"]):
    def visible_to(self, person: Person) -> "SharedNoteRows":
        """What was shared with spaces this person may read."""
        return self.filter(rules.shared_notes_seen_by(person))

    def for_rows(self) -> "SharedNoteRows":
        """With what a row of a list shows."""
        return self.select_related("note__author", "partner", "space").prefetch_related("note__topics")


class SharedNote(models.Model):
    """What of a note the readers of a space see: the words that were agreed, and who helped only with their yes."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="shared")
    space = models.ForeignKey(Space, models.CASCADE, related_name="hallway_notes")
    title = models.CharField(max_length=Thread.LONGEST_TITLE)
    text = models.TextField()
    partner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = SharedNoteRows.as_manager()

    class Meta:
        db_table = "hallway_shared_note"
        indexes = [models.Index(fields=["space", "-at", "-id"], name="hallway_notes_of_space")]
        constraints = [models.UniqueConstraint(fields=["note", "space"], name="hallway_shared_once")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{url('help:of_space', self.space.slug)}#note-{self.pk}"

    @verb
    def take_back(self) -> None:
        """The space sees it no longer; the note stays with its writer."""
        self.delete()


@verb
def publish(note: Note, wish: Wish, words: Words) -> Any:
    """Shares these words as was wished. None when that is no longer possible."""
    part = wish.space.membership_of(note.author)
    partners = wish.space.membership_of(note.partner) if note.partner else None
    if not note.author.is_active or not rules.may_share(part, partners, note):
        return None
    return {Shape.NOTE: _as_note, Shape.QUESTION: _as_question, Shape.CASE: _as_case}[wish.shape](note, wish, words)


def _as_note(note: Note, wish: Wish, words: Words) -> SharedNote:
    said = {"title": words.title, "text": words.text, "partner": words.partner, "at": wish.at or now()}
    shared, _new = SharedNote.objects.update_or_create(note=note, space=wish.space, defaults=said)
    announce(NoteShared(space_id=wish.space.pk, shared_id=shared.pk, by_id=note.author_id), at=wish.at)
    return shared


def _as_question(note: Note, wish: Wish, words: Words) -> Thread:
    """The question is the writer's, the answer whoever's agreed to be named; found by everybody who may read the space."""
    names = [topic.name for topic in note.topics.all()]
    thread = Thread.objects.open(wish.space, by=note.author, title=words.title, source="", topics=names)
    answer = thread.reply(by=words.partner or note.author, source=words.text)
    answer.accept(by=note.author)
    _becomes(note, answer)
    return thread


def _as_case(note: Note, wish: Wish, words: Words) -> Thread | None:
    """One more thing that helped with what somebody asked before."""
    thread = Thread.objects.visible_to(note.author).filter(pk=wish.thread.pk, space=wish.space).first() if wish.thread else None
    if thread is None or not may_write(thread, wish.space.membership_of(note.author)):
        return None
    _becomes(note, thread.reply(by=words.partner or note.author, source=words.text))
    return thread


def _becomes(note: Note, post: Post) -> None:
    note.thread, note.post = post.thread, post
    note.save(update_fields=["thread", "post"])
    note.shared.filter(space=post.thread.space).delete()
