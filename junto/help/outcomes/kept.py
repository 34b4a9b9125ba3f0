"""What is kept of whoever says whether it worked."""

from django.utils.translation import gettext_lazy as _

from junto.help.models import Outcome
from junto.kit.privacy import Erasure, Kept


class KeptOutcomes(Kept):
    name = "outcomes"
    model = Outcome
    what = _("Whether an answer worked for you, and what you wrote about it")
    why = _("so that others know whether they can rely on it")
    readers = _("whoever may read the space")
    until = _("until you take it back, or as long as the thread exists")
    people = ("person",)
    fields = ("thread_id", "says", "words", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        if not keep_texts:
            Outcome.objects.filter(person=person).update(words="")
        super().erase(person, keep_texts)
