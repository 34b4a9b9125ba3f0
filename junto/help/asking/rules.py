"""Who may do what here. What somebody was asked is only theirs, so it needs no rule: nobody else fetches it."""

from junto.people.models import Person


def may_see_gaps(person: Person, hosts: bool) -> bool:
    """Hosts and owners see which topics nobody covers, because they can find somebody."""
    return hosts or person.is_owner
