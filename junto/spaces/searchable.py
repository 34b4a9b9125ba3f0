from collections.abc import Collection, Iterable
from typing import Any

from junto.kit.facts import Fact
from junto.kit.searchable import Entry, Found, Searchable
from junto.spaces.facts import SpaceChanged, SpaceStarted
from junto.spaces.models import Space


class SpaceSearchable(Searchable):
    """Spaces by name, purpose and topics."""

    name = "space"

    def numbers(self, *, after: int, most: int) -> list[int]:
        return list(Space.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:most])

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        for space in Space.objects.filter(pk__in=numbers).prefetch_related("topics"):
            topics = space.topics.all()
            text = "\n".join([space.purpose, *(topic.name for topic in topics)])
            yield Entry(
                number=space.pk,
                title=space.name,
                text=text,
                under=f"space:{space.pk}",
                at=space.started_at,
                topics=tuple(topic.pk for topic in topics),
            )

    def touched_by(self, fact: Fact) -> Collection[int]:
        return [fact.space_id] if isinstance(fact, SpaceStarted | SpaceChanged) else []

    def numbers_seen_by(self, person: Any) -> Any:
        return Space.objects.visible_to(person).values("pk")

    def found(self, numbers: Collection[int], person: Any) -> dict[int, Found]:
        spaces = Space.objects.visible_to(person).filter(pk__in=numbers)
        return {space.pk: Found(space.pk, space.name, space.purpose, space.get_absolute_url(), space) for space in spaces}
