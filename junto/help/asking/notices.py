"""What somebody is told about questions on their way."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.help.asking.facts import PersonAsked
from junto.kit.notices import Concern, Target, Told
from junto.posts.notices import AboutThread, words


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
