"""Who may see spaces and who may do what in them. Seeing is a `Q`, doing is a plain predicate; each rule stands once."""

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.spaces.models import Membership, Space


def spaces_seen_by(person: "Person") -> Q:
    """Spaces whose name and purpose the person may see: all but hidden ones, and those they belong to or are invited to."""
    return ~Q(visibility="hidden") | Q(pk__in=person.memberships.values("space")) | Q(pk__in=person.invitations.good().values("space"))


def is_plainly_seen(space: "Space", membership: "Membership | None") -> bool:
    """Whether the space and one's part in it are enough to know that one may see it. If not, `spaces_seen_by` is to be asked."""
    return space.visibility != "hidden" or membership is not None


def spaces_read_by(person: "Person", of: str = "") -> Q:
    """Spaces whose threads the person may read. Owners read no more than others: they see a hidden space only by joining it.

    `of` leads to the space from what is filtered (`space__` for threads). Asked there and not as "in one of all readable spaces",
    because a database would list thousands of those for every page.
    """
    return Q(**{f"{of}visibility": "all"}) | Q(**{f"{of}pk__in": person.memberships.values("space")})


def way_in(joining: str, visibility: str) -> str:
    """How people join, given what was chosen: nobody can knock at a door they do not see, so a hidden space is joined by invitation."""
    return "invitation" if visibility == "hidden" else joining


def may_read(space: "Space", membership: "Membership | None") -> bool:
    """Whether somebody reads what is written in the space (`spaces_read_by`, asked about a space at hand)."""
    return space.visibility == "all" or membership is not None


def may_join(space: "Space", membership: "Membership | None") -> bool:
    """Whether somebody may join without asking anybody."""
    return membership is None and space.joining == "open"


def may_request(space: "Space", membership: "Membership | None") -> bool:
    """Whether somebody may ask the hosts to be let in."""
    return membership is None and space.joining == "request"


def may_take_part(membership: "Membership | None") -> bool:
    """Whether somebody may write here: members of every role may, others read."""
    return membership is not None


def may_lead(membership: "Membership | None") -> bool:
    """Whether somebody is a host here."""
    return membership is not None and membership.role == "host"


def may_take_the_lead(membership: "Membership | None", *, hosted: bool) -> bool:
    """A space whose hosts are all gone is led by whichever member steps forward first."""
    return membership is not None and not hosted


def may_appoint_host(person: "Person", *, hosted: bool) -> bool:
    """Owners find a host for a space that has none. Where somebody hosts, hosts say who else does."""
    return person.is_owner and not hosted


def may_see_people(space: "Space", membership: "Membership | None") -> bool:
    """Who belongs to a space is for those who may read it."""
    return may_read(space, membership)


def may_invite(space: "Space", membership: "Membership | None") -> bool:
    """Members invite to open spaces; to the others only hosts do."""
    return membership is not None and (space.joining == "open" or membership.role == "host")


def may_invite_as(role: str, membership: "Membership | None") -> bool:
    """Hosts may give any part with an invitation; others invite members."""
    return role == "member" or may_lead(membership)


def may_take_back(person: "Person", invitation_by: int | None, membership: "Membership | None") -> bool:
    """Whoever invited may take it back, and so may a host."""
    return invitation_by == person.pk or may_lead(membership)


def may_invite_to_house(person: "Person") -> bool:
    """Owners say who comes into this Junto without belonging to a space."""
    return person.is_owner


def may_start_space(person: "Person") -> bool:
    """Anyone may start a group."""
    return person.is_active
