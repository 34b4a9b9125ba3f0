"""What this door keeps of people: the files they gave, and those on their way."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from junto.kit.access import Subject
from junto.kit.files.handing_out import ENDINGS
from junto.kit.files.names import WHOLE
from junto.kit.files.store import store
from junto.kit.files.sweeping import sweep_rows
from junto.kit.files.taking_in import take_out
from junto.kit.files.use import FileUse
from junto.kit.models import File, Upload
from junto.kit.privacy import Basis, Erasure, Kept


class KeptFiles(Kept):
    """A picture of a person goes with them; one they gave to something that belongs to others stays there without their name."""

    name = "files"
    model = File
    what = _("Pictures and files you gave: of yourself, of spaces you host, and with what you wrote")
    why = _("so that people recognise each other and their spaces, and see what you write about")
    readers = _("whoever may see the person, the space or the post")
    until = _("until you take it out or give another")
    where = _("in the store of files")
    basis = Basis.CONSENT
    people = ("by_id",)
    fields = ("use", "state", "kind", "name", "size", "made_at")
    erasure = Erasure.DELETE

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return File.objects.filter(Q(by_id=person) | _of_person(person)).order_by("pk")

    def files(self, person: int) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each picture as it is kept; one whose bytes are lost does not keep the others back."""
        for file in self.rows_about(person).filter(state=File.State.READY):
            with suppress(FileNotFoundError):
                yield f"{file.use}-{file.pk}.{_ending_of(file)}", store().read(file.name_of(WHOLE))

    def erase(self, person: int, keep_texts: bool) -> None:
        gone = self.rows_about(person) if not keep_texts else File.objects.filter(_of_person(person))
        for use, number in gone.order_by().values_list("use", "number").distinct():
            take_out(use, number, by=None)
        File.objects.filter(by_id=person).update(by_id=None)


class KeptUploads(Kept):
    name = "uploads"
    model = Upload
    what = _("Files you began to send and did not finish")
    why = _("so that sending goes on where it stopped")
    readers = _("only you")
    until = _("one day")
    where = _("in the store of files")
    forgotten_by = sweep_rows
    people = ("by_id",)
    fields = ("size", "arrived", "touched_at")

    def erase(self, person: int, keep_texts: bool) -> None:
        Upload.objects.of(person).discard()


def _ending_of(file: File) -> str:
    """A harmless ending, so that what was saved opens again."""
    ending = file.name.rpartition(".")[2].lower()
    return ENDINGS.get(file.kind) or (ending if re.fullmatch("[a-z0-9]{1,8}", ending) else "bin")


def _of_person(person: int) -> Q:
    """Files that hang on the person themselves."""
    subjects = {subject.name for subject in Subject.every() if subject.is_person}
    return Q(use__in=[use.name for use in FileUse.every() if use.subject in subjects], number=person)
