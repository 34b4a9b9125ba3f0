"""The invitation, to be looked at."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from junto.design.letters import Letter
from junto.design.letters.samples import LetterSample
from junto.kit.clock import now
from junto.people.models import Person
from junto.spaces.letters import letter
from junto.spaces.models import Invitation, Space


class InvitationSample(LetterSample):
    name, title = "invitation", _("An invitation")

    def letter(self) -> Letter:
        space = Space(name="Quiet machines", purpose="For everybody who has to do with pumps, fans and the noise they make.")
        return letter(Invitation(by=Person(name="Rosa Quispe"), space=space, expires_at=now() + timedelta(days=14)), "8RkQ2m0sT1")
