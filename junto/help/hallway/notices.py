"""What somebody is told about notes of the hallway: that they see one first, and that theirs is shared. Never that somebody said no."""

from collections.abc import Collection, Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from junto.help.hallway.facts import PartnerAgreed, PartnerAsked
from junto.help.models import FirstLook
from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice, Target, Told
from junto.people.models import Person
from junto.spaces.notices import first


class AboutFirstLook(Notice):
    """Base of both."""

    concern = Concern.ASKED

    def concerns(self, fact: PartnerAsked | PartnerAgreed) -> Collection[int]:  # type: ignore[override]  # wired to these kinds only
        return (fact.person_id,)

    def subject(self, fact: Fact) -> str:
        return f"first-look:{fact.look_id}"  # type: ignore[attr-defined]  # every kind of these has it

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        agreed = Q(note__author=reader, answer__in=FirstLook.YES, note__deleted_at=None)
        asked = FirstLook.objects.visible_to(reader).filter(pk__in=numbers)
        looks = asked | FirstLook.objects.filter(agreed, pk__in=numbers)
        return {look.address: Target(look.title, self.to(look)) for look in looks.select_related("note")}

    def to(self, look: FirstLook) -> str:
        """Where its line leads."""
        return look.get_absolute_url()


class YouSeeItFirst(AboutFirstLook):
    """Somebody wants to share what I helped them with."""

    name = "first_look"
    kinds = (PartnerAsked,)
    icon = "eye"
    asks = True

    def says(self, told: Told) -> str:
        return _("%(person)s would like to share what you helped with: “%(title)s”") % {"person": first(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        return _("Whoever helped sees it before anybody else does.")


class TheySaidYes(AboutFirstLook):
    """Whoever helped me is glad to have it shared."""

    name = "first_look_yes"
    kinds = (PartnerAgreed,)
    icon = "footprints"

    def to(self, look: FirstLook) -> str:
        return look.note.get_absolute_url()

    def says(self, told: Told) -> str:
        return _("%(person)s said yes: “%(title)s” is shared") % {"person": first(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You asked them about your note.")
