"""What can happen to a note of the hallway. Writing one down announces nothing, and neither does a no."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class PartnerAsked(Fact, why=_("so that whoever helped sees a note before anybody else does"), readers=Readers.SUBJECT, kept_days=30):
    """Somebody wants to share what another helped them with."""

    look_id: int
    person_id: int
    by_id: int


@dataclass(frozen=True)
class PartnerAgreed(Fact, why=_("so that whoever wrote a note learns that it is shared"), readers=Readers.SUBJECT, kept_days=30):
    """Whoever helped said yes, and the note is shared."""

    look_id: int
    person_id: int
    by_id: int


@dataclass(frozen=True)
class NoteShared(Fact, why=_("so that open pages of the space show it"), readers=Readers.SUBJECT, kept_days=30):
    """What helped somebody in the hallway is there for a space."""

    space_id: int
    shared_id: int
    by_id: int | None

    def about(self) -> tuple[str, ...]:
        return (f"space:{self.space_id}",)
