"""What the digest keeps of people."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from junto.digest.models import Edition, Rhythm, Thing
from junto.digest.rounds import tidy
from junto.kit.privacy import Kept


class KeptEditions(Kept):
    name = "editions"
    model = Edition
    what = _("What was chosen for you each week, why, and when the letter went out")
    why = _("so that nothing comes twice, and you find it again")
    readers = _("only you")
    until = _("a year")
    forgotten_by = tidy
    fields = ("week", "composed_at", "letter_at")

    def export(self, person: int) -> Iterator[dict[str, Any]]:
        """Each edition with what stood in it."""
        things = Thing.objects.given_to([person]).order_by("pk")
        yield from super().export(person)
        yield from map(dict, things.values("edition__week", "kind", "why", "thread_id", "post_id", "occasion").iterator(chunk_size=500))


class KeptRhythms(Kept):
    name = "digest_rhythm"
    model = Rhythm
    what = _("When you want Friday’s letter")
    why = _("so that it comes when it suits you")
    readers = _("only you")
    until = _("as long as you have an account")
    fields = ("weekday", "hour", "since")
