"""What somebody is told of the needs board."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.help.models import Need
from junto.help.needs.facts import HelpOffered, NeedChanged
from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice, Target, Told
from junto.people.models import Block, Person
from junto.spaces.notices import first


class AboutNeeds(Notice):
    """Base of what is about a need of the board."""

    def subject(self, fact: Fact) -> str:
        return f"need:{fact.need_id}"  # type: ignore[attr-defined]  # wired to facts about needs only

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        needs = Need.objects.visible_to(reader).filter(pk__in=numbers)
        return {f"need:{need.pk}": Target(need.title, need.get_absolute_url(), need.person_id == reader.pk) for need in needs}


class SomebodyCanHelp(AboutNeeds):
    """Somebody volunteers for what I would like to learn. Across a block nobody is told."""

    name = "need_offer"
    kinds = (HelpOffered,)
    icon = "lamp"
    concern = Concern.ANSWERS

    def concerns(self, fact: HelpOffered) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        need = Need.objects.filter(pk=fact.need_id, offers=fact.offer_id, end=None).first()
        if need is None:
            return ()
        people = {need.person_id, *need.joins.values_list("person_id", flat=True)}
        return people - Block.objects.people_apart_from(fact.by_id) if fact.by_id else people

    def says(self, told: Told) -> str:
        given = {"person": first(told), "title": told.target.title, "n": told.count}
        return ngettext("%(person)s can help with “%(title)s”", "%(n)d people can help with “%(title)s”", told.count) % given

    def because(self, told: Told) -> str:
        return _("You said that you would like to learn it.") if told.target.is_own else _("You would like to learn it too.")


class NeedReworded(AboutNeeds):
    """What I would like to learn too, or offered to help with, reads otherwise now. Across a block nobody is told."""

    name = "need_reworded"
    kinds = (NeedChanged,)
    icon = "sprout"
    concern = Concern.REPLIES

    def concerns(self, fact: NeedChanged) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        need = Need.objects.open().filter(pk=fact.need_id).first() if fact.is_reworded else None
        if need is None:
            return ()
        people = {*need.joins.values_list("person_id", flat=True), *need.offers.values_list("person_id", flat=True)}
        return people - Block.objects.people_apart_from(need.person_id)

    def says(self, told: Told) -> str:
        given = {"person": first(told), "title": told.target.title}
        return _("%(person)s says otherwise what they would like to learn: “%(title)s”") % given

    def because(self, told: Told) -> str:
        return _("You would like to learn it too, or said that you can help.")
