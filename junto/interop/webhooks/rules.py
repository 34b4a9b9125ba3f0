"""Who may have other tools told of what happens in a space."""

from typing import TYPE_CHECKING

from junto.spaces.rules import may_lead

if TYPE_CHECKING:
    from junto.spaces.models import Membership


def may_tell_others(membership: "Membership | None") -> bool:
    """Hosts decide what leaves their space."""
    return may_lead(membership)
