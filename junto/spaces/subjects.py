from collections.abc import Collection, Sequence
from typing import Any

from junto.kit.access import Subject
from junto.kit.compiled import compiled
from junto.spaces.models import Membership, Space


class SpaceSubject(Subject):
    """A space, for whoever may read its threads."""

    name = "space"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        return readers_among(Space.objects.filter(pk=number).first(), people)


def readers_among(space: Space | None, people: Collection[int]) -> set[int]:
    """Which of these people may read the space's threads: `rules.spaces_read_by`, asked for many people at once."""
    if space is None:
        return set()
    if space.visibility == Space.Visibility.ALL:
        return set(people)
    return {person for (person,) in _members(space=space.pk, people=list(people))}


@compiled
def _members(space: int, people: Sequence[int]) -> Any:
    return Membership.objects.filter(space=space, person__in=people).values_list("person_id")


class KnownSpaceSubject(Subject):
    """A space as such, for whoever may know that it exists: `rules.spaces_seen_by`, asked for many people at once."""

    name = "known-space"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        space = Space.objects.filter(pk=number).first()
        if space is None or space.visibility != Space.Visibility.HIDDEN:
            return set(people) if space else set()
        members = Membership.objects.filter(space=space, person__in=people).values_list("person_id", flat=True)
        invited = space.invitations.good().filter(person__in=people).values_list("person_id", flat=True)
        return {*members, *invited}
