"""What importing keeps of people."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Erasure, Kept
from junto.portability.models import Brought

NOBODY = 0


class KeptBrought(Kept):
    """Which number somebody had where an import came from. Known there and nobody here, they are not brought along once more."""

    name = "brought"
    model = Brought
    what = _("Which number you had on the site that an import brought you along from")
    why = _("so that importing again brings nothing twice, and nobody back who has left")
    readers = _("nobody")
    until = _("as long as the import could be run again")
    people = ()
    fields = ("source", "key")
    erasure = Erasure.NEVER

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return Brought.objects.filter(kind="person", number=person).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        self.rows_about(person).update(number=NOBODY)
