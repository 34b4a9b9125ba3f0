"""What somebody is told about questions on their way."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.help.asking.facts import PersonAsked, QuestionEscalated
from junto.kit.notices import Concern, Target, Told
from junto.posts.notices import AboutThread, words
from junto.spaces.models import Membership


class MayKnow(AboutThread):
    """A question I may know an answer to."""

    name = "may_know"
    kinds = (PersonAsked,)
    icon = "lamp"
    asks = True
    concern = Concern.ASKED

    def concerns(self, fact: PersonAsked) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,) if fact.person_id else ()

    def leads_to(self, target: Target) -> str:
        return url("help:asked", int(target.url.strip("/").rpartition("/")[2]))

    def says(self, told: Told) -> str:
        return _("You may know this: “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("You answered something like it, or said that people may ask you about it. You say how often that may happen.")


class WaitsForHosts(AboutThread):
    """A question in a space I host for which nobody was found."""

    name = "waits_for_hosts"
    kinds = (QuestionEscalated,)
    icon = "message-circle-question-mark"
    concern = Concern.SPACE

    def concerns(self, fact: QuestionEscalated) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        hosts = Membership.objects.filter(space=fact.space_id, role="host", person__is_active=True)
        return list(hosts.exclude(person__threads=fact.thread_id).values_list("person_id", flat=True))

    def says(self, told: Told) -> str:
        return _("Nobody has answered “%(title)s” yet. Do you know who could?") % words(told)

    def because(self, told: Told) -> str:
        return _("You host this space.")
