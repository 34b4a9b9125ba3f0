from django.utils.translation import gettext_lazy as _

from junto.digest.models.rhythm import FRIDAYS_LETTER
from junto.mail.out.mailing import Mailing


class WeeksLetter(Mailing):
    """The letter with what was worth two minutes. Who stopped it is not chosen for either."""

    name = "digest"
    title = FRIDAYS_LETTER
    number = 2
    if_answered = _("you answered a letter that tells of several things of the week. Open in Junto what you mean, and write there.")
