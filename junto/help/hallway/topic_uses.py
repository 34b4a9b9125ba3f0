from typing import Any

from django.db.models import Q, QuerySet

from junto.help.models import Note, SharedNote
from junto.topics.uses import TopicUse


class NoteUse(TopicUse):
    """What one's own notes are about, and those that were shared where one may read."""

    name = "hallway_notes"

    def rows(self, person: Any) -> "QuerySet[Any]":
        seen = Q(note__in=Note.objects.visible_to(person)) | Q(note__in=SharedNote.objects.visible_to(person).values("note"))
        return Note.topics.through.objects.filter(seen)
