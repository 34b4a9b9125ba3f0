"""What can happen between a person and the ways to reach them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class WayClosed(Fact, why=_("so that you know since when something no longer reaches you"), readers=Readers.SELF, kept_days=365):
    """Somebody cannot be reached any more by a means."""

    person_id: int
    means: str
