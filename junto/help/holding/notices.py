"""What somebody is told about answers that grow old. Nobody hears who asked."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from junto.help.holding.facts import AnswerDoubted, RelianceEnded
from junto.help.models import Doubt
from junto.kit.notices import Concern, Told
from junto.posts.models import Acceptance, Helped, Thread
from junto.posts.notices import AboutThread, author_of, words
from junto.spaces.models import Membership


class MineDoubted(AboutThread):
    """A reader asks whether my answer still holds."""

    name = "mine_doubted"
    kinds = (AnswerDoubted,)
    icon = "clock"
    concern = Concern.REPLIES

    def concerns(self, fact: AnswerDoubted) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return author_of(fact.post_id)

    def says(self, told: Told) -> str:
        return _("Does it still hold? A reader asks about your answer to “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("You wrote this answer. Only you and the hosts are told.")


class Doubted(AboutThread):
    """A reader asks whether an answer in a space I host still holds."""

    name = "doubted"
    kinds = (AnswerDoubted,)
    icon = "clock"
    concern = Concern.SPACE

    def concerns(self, fact: AnswerDoubted) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        hosts = Membership.objects.filter(space=fact.space_id).hosts().values_list("person_id", flat=True)
        asked = Doubt.objects.filter(pk=fact.doubt_id).values_list("person_id", flat=True)
        return set(hosts) - set(author_of(fact.post_id)) - set(asked)

    def says(self, told: Told) -> str:
        return _("Does it still hold? A reader asks about an answer to “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("You host this space. Only hosts and the author are told.")


class ReliedOn(AboutThread):
    """What I relied on may no longer hold."""

    name = "relied_on"
    kinds = (RelianceEnded,)
    icon = "clock"
    concern = Concern.ANSWERS

    def concerns(self, fact: RelianceEnded) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return relying_on(fact.post_id)

    def says(self, told: Told) -> str:
        return _("What solved “%(title)s” may no longer hold") % words(told)

    def because(self, told: Told) -> str:
        return _("You said that this answer helped or solved it.")


def relying_on(post: int) -> set[int]:
    """Whoever said that it helped them, and whoever asked the question that it solved; not its author."""
    helped = Helped.objects.filter(post=post).values_list("person_id", flat=True)
    asked = Thread.objects.filter(pk__in=Acceptance.objects.filter(post=post).values("thread"), author__isnull=False)
    return {*helped, *asked.values_list("author_id", flat=True)} - set(author_of(post))
