"""Who may see notes of the hallway, and who may do what with them. Seeing is a `Q`, doing is a plain predicate; each rule stands once."""

from typing import TYPE_CHECKING

from django.db.models import Q

from junto.kit.clock import now
from junto.spaces.rules import may_take_part, spaces_read_by

if TYPE_CHECKING:
    from junto.help.models import Note, SharedNote
    from junto.people.models import Person
    from junto.spaces.models import Membership


def notes_seen_by(person: "Person") -> Q:
    """A note is its writer's alone. What of it was shared is a `SharedNote`."""
    return Q(author=person, deleted_at=None)


def shared_notes_seen_by(person: "Person") -> Q:
    """What was shared with a space, for whoever may read the space."""
    return spaces_read_by(person, of="space__") & Q(note__deleted_at=None)


def first_looks_of(person: "Person") -> Q:
    """Notes this person is asked about and has neither answered nor let pass."""
    return Q(person=person, answer="", rests=False, until__gt=now(), note__deleted_at=None)


def first_looks_shown_to(person: "Person") -> Q:
    """Whatever this person was ever asked about; across a block they were asked nothing."""
    return Q(person=person, rests=False)


def may_share(membership: "Membership | None", partners: "Membership | None", note: "Note") -> bool:
    """Members share with their space; what a partner helped with only where both belong, so that the partner can look after it."""
    return may_take_part(membership) and (note.partner_id is None or may_take_part(partners))


def may_be_offered(note: "Note") -> bool:
    """A partner is asked about a note once. Only after a yes they may be asked for more."""
    look = note.look
    return note.thread_id is None and (look is None or look.is_yes)


def may_take_back(person: "Person", shared: "SharedNote", membership: "Membership | None") -> bool:
    """Whoever wrote it, whoever is named in it, and hosts."""
    return person.pk in (shared.note.author_id, shared.partner_id) or (membership is not None and membership.role == "host")
