"""A second step as a duty: an owner asks it of owners or of everybody, and who has none sets one up before they come in."""

from allauth.account.stages import LoginStage
from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from junto.people.models import HouseRules, Person
from junto.people.models.house_rules import Duty
from junto.people.second_step import APP, PASSKEY, ways_of
from junto.people.sessions import end_sessions_of
from junto.people.ways_in import by_password


class SetUp(LoginStage):
    """Stands between the right password and being signed in, so that no door (page, stream, file) is open meanwhile."""

    key = "set-up"
    urlname = "account_set_up"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Leads there whoever owes a second step."""
        return (redirect(self.urlname) if owes(self.login.user) else None), True


def owes(person: Person) -> bool:
    """Whether a second step is asked of this person who has none. Where the provider alone signs people in, it is the provider's to ask."""
    asked = {Duty.NOBODY: False, Duty.OWNERS: person.is_owner, Duty.EVERYBODY: True}[HouseRules.duty()]
    return asked and by_password() and not ways_of(person).second_step


def sign_out_who_owes() -> None:
    """Whoever would be asked has to sign in anew now, in every browser."""
    end_sessions_of(_without(HouseRules.duty()))


def _without(duty: Duty) -> "QuerySet[Person]":
    have = Authenticator.objects.filter(type__in=(APP, PASSKEY)).values("user")
    asked = {Duty.NOBODY: Person.objects.none(), Duty.OWNERS: Person.objects.owners(), Duty.EVERYBODY: Person.objects.here()}[duty]
    return asked.exclude(pk__in=have)
