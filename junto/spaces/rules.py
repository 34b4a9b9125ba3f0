"""Who may see spaces and who may do what in them. Seeing is a `Q`, doing is a plain predicate; each rule stands once."""

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.spaces.models import Membership, Space


def spaces_seen_by(person: "Person") -> Q:
    """Spaces whose name and purpose the person may see: all but hidden ones, and those they belong to or are invited to."""
    return ~Q(visibility="hidden") | Q(pk__in=person.memberships.values("space")) | Q(pk__in=person.invitations.filter(ended_at=None).values("space"))


def spaces_read_by(person: "Person") -> Q:
    """Spaces whose threads the person may read. Owners read no more than others: they see a hidden space only by joining it."""
    return Q(visibility="all") | Q(pk__in=person.memberships.values("space"))


def may_join(person: "Person", space: "Space", membership: "Membership | None") -> bool:
    """Whether the person may join without asking anybody."""
    return membership is None and space.joining == "open" and space.visibility != "hidden"


def may_request(person: "Person", space: "Space", membership: "Membership | None") -> bool:
    """Whether the person may ask the hosts to be let in."""
    return membership is None and space.joining == "request" and space.visibility != "hidden"


def may_take_part(membership: "Membership | None") -> bool:
    """Whether somebody may write here: members of every role may, others read."""
    return membership is not None


def may_lead(membership: "Membership | None") -> bool:
    """Whether somebody is a host here."""
    return membership is not None and membership.role == "host"


def may_invite(space: "Space", membership: "Membership | None") -> bool:
    """Members invite to open spaces; to the others only hosts do."""
    return membership is not None and (space.joining == "open" or membership.role == "host")


def may_start_space(person: "Person") -> bool:
    """Anyone may start a group."""
    return person.is_active
