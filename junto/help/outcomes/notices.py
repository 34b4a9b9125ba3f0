"""What somebody is told about what became of an answer."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.help.outcomes.facts import OutcomeAsked, OutcomeSaid
from junto.kit.notices import Concern, Target, Told
from junto.people.models import Person
from junto.posts.models import Acceptance, Watch
from junto.posts.notices import AboutThread, words


class DidItWork(AboutThread):
    """It is time to say whether it worked."""

    name = "did_it_work"
    kinds = (OutcomeAsked,)
    icon = "circle-question-mark"
    asks = True
    concern = Concern.ANSWERS

    def concerns(self, fact: OutcomeAsked) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,)

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        found = super().targets(addresses, reader)
        return {address: replace(target, url=url("help:outcome", address.partition(":")[2])) for address, target in found.items()}

    def says(self, told: Told) -> str:
        return _("Did it work? “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("You asked this question, and somebody answered. You are asked once.")


class Worked(AboutThread):
    """What I answered worked."""

    name = "worked"
    kinds = (OutcomeSaid,)
    icon = "circle-check"
    concern = Concern.HELPED

    def concerns(self, fact: OutcomeSaid) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        if fact.says != "worked":
            return ()
        solved = Acceptance.objects.filter(thread=fact.thread_id, post__author__isnull=False)
        return set(solved.values_list("post__author", flat=True))

    def says(self, told: Told) -> str:
        return _("It worked: “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("Your answer solved it, or helped to.")


class StillOpen(AboutThread):
    """A question is open again. Whoever hears of the words that were added is not told twice."""

    name = "still_open"
    kinds = (OutcomeSaid,)
    icon = "circle-question-mark"
    concern = Concern.REPLIES

    def concerns(self, fact: OutcomeSaid) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        if fact.says != "no" or fact.post_id is not None:
            return ()
        return list(Watch.objects.filter(thread=fact.thread_id, level=Watch.Level.WATCHING).values_list("person", flat=True))

    def says(self, told: Told) -> str:
        return _("“%(title)s” is open again") % words(told)

    def because(self, told: Told) -> str:
        return _("You watch this thread or wrote in it.")
