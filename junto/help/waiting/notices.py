"""What hosts are told about questions that wait."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from junto.help.waiting.facts import QuestionWaited
from junto.kit.notices import Concern, Told
from junto.posts.notices import AboutThread, words
from junto.spaces.models import Membership


class QuestionWaits(AboutThread):
    """A question in a space I host waits longer than is usual there."""

    name = "question_waits"
    kinds = (QuestionWaited,)
    icon = "clock"
    concern = Concern.SPACE

    def concerns(self, fact: QuestionWaited) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        hosts = Membership.objects.filter(space=fact.space_id).hosts().exclude(person__threads=fact.thread_id)
        return list(hosts.values_list("person_id", flat=True))

    def says(self, told: Told) -> str:
        return _("“%(title)s” waits longer for an answer than is usual here") % words(told)

    def because(self, told: Told) -> str:
        return _("You host this space. Hosts are told once of each such question.")
