from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from junto.help.models import Need
from junto.help.needs.facts import AboutNeed
from junto.kit.facts import Fact
from junto.kit.searchable import Entry, Found, Searchable
from junto.people.facts import PersonDeactivated, PersonReturned


class NeedSearchable(Searchable):
    """What people would like to learn, while it stands on the board."""

    name = "need"
    label = _("I’d like to learn")
    called = "need needs wish wishes wunsch wunsche besoin besoins souhait souhaits"
    goes_with_its_author = True

    def numbers(self, *, after: int, most: int) -> list[int]:
        return list(_standing().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:most])

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        for need in _standing().filter(pk__in=numbers).select_related("person").prefetch_related("topics"):
            topics = sorted(need.topics.all(), key=lambda topic: topic.pk)
            yield Entry(
                number=need.pk,
                title=need.title,
                text="\n".join([need.text, *(topic.name for topic in topics)]),
                under=f"need:{need.pk}",
                at=need.at,
                author=need.person_id,
                space=need.space_id,
                likely=(need.person.language,) if need.person.language else (),
                topics=tuple(topic.pk for topic in topics),
            )

    def touched_by(self, fact: Fact) -> Collection[int]:
        if isinstance(fact, PersonDeactivated | PersonReturned):
            return list(Need.objects.open().filter(person=fact.person_id).values_list("pk", flat=True))
        return [fact.need_id] if isinstance(fact, AboutNeed) else []

    def numbers_seen_by(self, person: Any) -> Any:
        return Need.objects.visible_to(person).open().values("pk")

    def found(self, numbers: Collection[int], person: Any) -> dict[int, Found]:
        needs = Need.objects.visible_to(person).open().filter(pk__in=numbers).select_related("person", "space")
        return {need.pk: _found(need) for need in needs}


def _standing() -> Any:
    return Need.objects.open().filter(person__is_active=True)


def _found(need: Need) -> Found:
    return Found(need.pk, need.title, need.text, need.get_absolute_url(), need, need.person, need.space, need.at, icon="sprout")
