"""What can happen to spaces and their people."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers

MEMBERS = {"why": _("so that members and hosts know who belongs to the space since when"), "readers": Readers.SUBJECT, "kept_days": None}


@dataclass(frozen=True)
class SpaceStarted(Fact, **MEMBERS):
    """A space was started."""

    space_id: int
    by_id: int | None


@dataclass(frozen=True)
class SpaceChanged(Fact, why=_("so that members hear when the rules of their space change"), readers=Readers.SUBJECT, kept_days=1095):
    """Name, purpose, picture or the way in was changed. `changes` names them; `opened` says that more people may see it now."""

    space_id: int
    by_id: int | None
    changes: list[str]
    opened: bool = False


@dataclass(frozen=True)
class MemberJoined(Fact, **MEMBERS):
    """Somebody belongs to a space now."""

    space_id: int
    person_id: int

    def about(self) -> tuple[str, ...]:
        return (f"space:{self.space_id}",)


@dataclass(frozen=True)
class HiddenSpaceJoined(
    Fact, why=_("so that members of a hidden space know which owner joined it uninvited"), readers=Readers.SUBJECT, kept_days=365
):
    """An owner joined a hidden space to which nobody had invited them."""

    space_id: int
    by_id: int


@dataclass(frozen=True)
class MemberLeft(Fact, **MEMBERS):
    """Somebody does not belong to a space any more. `by_id` is a host when it was not their own wish."""

    space_id: int
    person_id: int
    by_id: int


@dataclass(frozen=True)
class RoleChanged(Fact, **MEMBERS):
    """Somebody has another part in a space."""

    space_id: int
    person_id: int
    by_id: int
    role: str


@dataclass(frozen=True)
class JoinRequested(Fact, why=_("so that hosts can answer"), readers=Readers.HOSTS, kept_days=180):
    """Somebody asked to be let in."""

    space_id: int
    request_id: int
    by_id: int


@dataclass(frozen=True)
class JoinRequestAnswered(Fact, why=_("so that whoever asked hears the answer"), readers=Readers.HOSTS, kept_days=180):
    """A host let somebody in, or did not."""

    space_id: int
    request_id: int
    person_id: int
    by_id: int
    accepted: bool


@dataclass(frozen=True)
class PersonInvited(Fact, why=_("so that whoever is invited hears of it, and by whom"), readers=Readers.HOSTS, kept_days=180):
    """Somebody who has an account was invited to a space."""

    space_id: int
    invitation_id: int
    person_id: int
    by_id: int


@dataclass(frozen=True)
class InvitationUsed(Fact, why=_("so that whoever invited knows it worked"), readers=Readers.HOSTS, kept_days=180):
    """Somebody came in with an invitation."""

    invitation_id: int
    person_id: int
    inviter_person_id: int | None
