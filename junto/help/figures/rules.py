"""Who sees figures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.spaces.models import Membership, Space


def may_see_figures(person: "Person", space: "Space", membership: "Membership | None") -> bool:
    """Hosts see how their space is doing, owners how spaces do that everybody may read."""
    return (membership is not None and membership.role == "host") or (person.is_owner and space.visibility == "all")
