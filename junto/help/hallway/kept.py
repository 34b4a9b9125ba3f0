"""What is kept of people in notes of the hallway."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from junto.help.hallway.ending import forget_deleted_notes
from junto.help.models import FirstLook, Note, SharedNote
from junto.kit.privacy import Basis, Erasure, Kept

READERS = _("whoever may read the space")


class KeptNotes(Kept):
    name = "hallway_notes"
    model = Note
    what = _("Your notes of what was asked in passing and what helped, and how many seconds it took to write one")
    why = _("so that you find it again; the seconds so that owners know whether the form is quick, as one figure over everybody")
    readers = _("only you; what you share of it, whoever may read the space")
    until = _("until you delete them, and one day more in which they can be brought back")
    basis = Basis.CONTRACT
    people = ("author",)
    fields = ("title", "text", "named", "seconds", "at")
    forgotten_by = forget_deleted_notes


class KeptPartners(Kept):
    """Of somebody else's own notes a partner learns no words."""

    name = "hallway_partners"
    model = Note
    what = _("That somebody noted for themselves that you helped them")
    why = _("so that you see it first, should they want to share it")
    readers = _("whoever noted it")
    until = _("as long as the note exists")
    people = ("partner",)
    fields = ("at",)
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        """The writer's own search finds a note by its partner's name; it goes as well."""
        for note in Note.objects.filter(partner=person):
            note.forget_partner()


class KeptFirstLooks(Kept):
    """A no is kept until the time to answer is over, so that it can be taken back; then it is the same row as silence."""

    name = "first_looks"
    model = FirstLook
    what = _("What you were asked to look at before it is shared, and your yes to it")
    why = _("so that nothing you helped with is shared without your yes")
    readers = _("a yes: whoever wrote the note; a no: only you")
    until = _("as long as the note exists")
    fields = ("title", "text", "until", "answer")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        """Without their words, where they wish it. That there was no yes stays, so that nothing is shared afterwards."""
        looks = FirstLook.objects.filter(person=person)
        if not keep_texts:
            SharedNote.objects.filter(note__first_look__in=looks).delete()
            for look in looks.select_related("note"):
                FirstLook.objects.filter(pk=look.pk).update(title=look.note.title, text=look.note.text)
        looks.update(person=None)


class KeptSharedNotes(Kept):
    name = "hallway_shared"
    model = SharedNote
    what = _("What is shared with a space of what you helped somebody with, and your name on it")
    why = _("so that others learn from it, and know whom they may ask")
    readers = READERS
    until = _("until you, whoever wrote it, or a host takes it back")
    people = ("partner",)
    fields = ("title", "text", "at")
    erasure = Erasure.UNNAME


class KeptSharedByMe(Kept):
    """Goes with the note it comes from."""

    name = "hallway_shared_by_me"
    model = SharedNote
    what = _("What you shared of your notes of the hallway with a space")
    why = _("so that others learn from it")
    readers = READERS
    until = _("until you or a host takes it back")
    people = ()
    fields = ("title", "text", "at")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return SharedNote.objects.filter(note__author=person).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        """Gone already, with the note."""
        self.rows_about(person).delete()
