"""What somebody is told about spaces."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice, Target, Told
from junto.people.models import Person
from junto.spaces.facts import HiddenSpaceJoined, JoinRequestAnswered, JoinRequested, PersonInvited, RoleChanged, SpaceChanged
from junto.spaces.models import JoinRequest, Membership, Space


class AboutSpace(Notice):
    """Base of the notices that lead to a space."""

    def subject(self, fact: Fact) -> str:
        return f"known-space:{fact.space_id}"  # type: ignore[attr-defined]  # every kind of these has it

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        spaces = Space.objects.visible_to(reader).filter(pk__in=numbers)
        return {f"known-space:{space.pk}": Target(space.name, space.get_absolute_url()) for space in spaces}


class Invited(AboutSpace):
    """Somebody invited me into a space."""

    name = "invitation"
    kinds = (PersonInvited,)
    icon = "mail"
    asks = True
    concern = Concern.ASKED

    def concerns(self, fact: PersonInvited) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,)

    def says(self, told: Told) -> str:
        return _("%(person)s invites you to “%(title)s”") % {"person": first(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You are invited there.")


class Requested(AboutSpace):
    """Somebody asks to be let into a space I host."""

    name = "request"
    kinds = (JoinRequested,)
    icon = "user-plus"
    asks = True
    concern = Concern.SPACE

    def concerns(self, fact: JoinRequested) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        if not JoinRequest.objects.filter(pk=fact.request_id).exists():
            return ()
        return list(Membership.objects.filter(space=fact.space_id).hosts().values_list("person_id", flat=True))

    def leads_to(self, target: Target) -> str:
        return f"{target.url}requests/"

    def says(self, told: Told) -> str:
        given = {"person": first(told), "title": told.target.title, "n": told.count}
        return ngettext("%(person)s asks to join “%(title)s”", "%(n)d people ask to join “%(title)s”", told.count) % given

    def because(self, told: Told) -> str:
        return _("You host this space.")


class RequestAnswered(AboutSpace):
    """A host answered my request."""

    name = "request_answered"
    kinds = (JoinRequestAnswered,)
    icon = "lamp"
    concern = Concern.ASKED

    def concerns(self, fact: JoinRequestAnswered) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,) if fact.accepted else ()

    def says(self, told: Told) -> str:
        return _("You belong to “%(title)s” now") % {"title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You asked to be let in.")


class MadeHost(AboutSpace):
    """Somebody made me host of a space."""

    name = "made_host"
    kinds = (RoleChanged,)
    icon = "key"
    concern = Concern.ASKED

    def concerns(self, fact: RoleChanged) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,) if fact.role == "host" and fact.person_id != fact.by_id else ()

    def says(self, told: Told) -> str:
        return _("%(person)s made you host of “%(title)s”") % {"person": first(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You host this space.")


class OwnerJoined(AboutSpace):
    """An owner joined a hidden space of mine without being invited."""

    name = "owner_joined"
    kinds = (HiddenSpaceJoined,)
    icon = "eye"
    concern = Concern.SPACE

    def concerns(self, fact: HiddenSpaceJoined) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return list(Membership.objects.filter(space=fact.space_id).values_list("person_id", flat=True))

    def leads_to(self, target: Target) -> str:
        return f"{target.url}people/"

    def says(self, told: Told) -> str:
        return _("%(person)s, an owner, joined “%(title)s” without an invitation") % {"person": first(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You belong to this space.")


class RulesChanged(AboutSpace):
    """The way into a space of mine, or who sees it, was changed."""

    name = "space_changed"
    kinds = (SpaceChanged,)
    icon = "settings"
    concern = Concern.SPACE

    def concerns(self, fact: SpaceChanged) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        if not {"joining", "visibility"} & set(fact.changes):
            return ()
        return list(Membership.objects.filter(space=fact.space_id).values_list("person_id", flat=True))

    def says(self, told: Told) -> str:
        return _("“%(title)s” changed who sees it or how people join") % {"title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You belong to this space.")


def first(told: Told) -> str:
    """The name of whoever did it, when they are still here."""
    return told.people[0] if told.people else _("Somebody")
