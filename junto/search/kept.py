from typing import Any

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Erasure, Kept
from junto.kit.searchable import Searchable
from junto.search.models import Document


class KeptDocuments(Kept):
    """The index knows who wrote what, so that it can be asked for; the words themselves stand where they were written."""

    name = "search"
    model = Document
    what = _("The words of what you wrote and of your profile, in the index of the search")
    why = _("so that what you wrote can be found by whoever may see it")
    readers = _("whoever may see the text itself")
    until = _("as long as the text exists")
    people = ("author",)
    fields = ("subject", "number", "at")
    erasure = Erasure.DELETE

    def erase(self, person: int, keep_texts: bool) -> None:
        """With the texts their words go; texts that stay lose the name."""
        rows: Any = self.rows_about(person)
        going = rows.filter(subject__in=[each.name for each in Searchable.every() if each.goes_with_its_author])
        going.take_out()
        if keep_texts:
            rows.update(author=None)
        else:
            rows.take_out()
