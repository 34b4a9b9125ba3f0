from django.utils.translation import gettext_lazy as _

from junto.mail.out.mailing import Mailing


class WeeksLetter(Mailing):
    """The letter with what was worth two minutes. Who stopped it is not chosen for either."""

    name = "digest"
    title = _("The letter of the week")
