from collections.abc import Collection

from junto.help.models import Need
from junto.kit.access import Subject
from junto.spaces.subjects import readers_among


class NeedSubject(Subject):
    """What somebody would like to learn: `rules.needs_seen_by`, asked for many people at once."""

    name = "need"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        need = Need.objects.filter(pk=number, person__is_active=True).select_related("space", "end").first()
        if need is None or need.is_withdrawn:
            return set()
        return readers_among(need.space, people) if need.space else set(people)
