"""From a note for oneself to something others see: at once when nobody else is in it, otherwise only after its partner's yes."""

from dataclasses import dataclass
from typing import Any

from junto.help.hallway import rules
from junto.help.models import FirstLook, Note
from junto.help.models.shared_note import Wish, Words, publish
from junto.kit.facts import verb
from junto.people.models import Person
from junto.spaces.models import Space


@dataclass(frozen=True)
class Outcome:
    """What came of it: it is shared (`done`), its partner sees it first (`waits`), or neither was possible any more."""

    done: Any = None
    waits: bool = False


@verb
def share(note: Note, wish: Wish) -> Outcome:
    """Shares a note as was wished, or asks its partner."""
    if note.partner_id is None:
        return Outcome(done=publish(note, wish, Words(note.title, note.text)))
    FirstLook.objects.begin(note, wish)
    return Outcome(waits=True)


def may_share(note: Note, person: Person, space: Space) -> bool:
    """`rules.may_share`, asked for a note and a space at hand."""
    partners = space.membership_of(note.partner) if note.partner else None
    return rules.may_be_offered(note) and rules.may_share(space.membership_of(person), partners, note)
