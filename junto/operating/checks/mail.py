"""How sending mail went last."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from junto.design.dates import when
from junto.mail.models import AddressTrouble
from junto.operating.finding import Finding, look, well
from junto.operating.models import Neighbour
from junto.operating.post import FAILED, SENT
from junto.operating.troubles import SAID


def finding(looks: Mapping[str, Neighbour]) -> Finding:
    """From what was kept when letters went out."""
    title, sent, failed = _("Mail"), looks.get(SENT), looks.get(FAILED)
    if not settings.MAIL_WORKS:
        return well("mail", title, _("No mail server is set, so links are handed over."))
    if not settings.JUNTO_URL:
        do = _("Set JUNTO_URL: links in letters need the address people use.")
        return look("mail", title, _("No letter goes out, though a mail server is set."), do)
    if failed and (sent is None or failed.at > sent.at):
        says = Markup(_("The last letter failed %(when)s.")) % {"when": when(failed.at)}
        do = _("%(trouble)s Look at SMTP_HOST and what belongs to it, then send yourself a test letter.")
        return look("mail", title, says, do % {"trouble": SAID[failed.trouble]})
    if sent is None:
        return well("mail", title, _("No letter went out yet."))
    return well("mail", title, Markup(_("The last letter went out %(when)s.")) % {"when": when(sent.at)} + _closed_addresses())


def _closed_addresses() -> str:
    """How many, never whose."""
    closed = AddressTrouble.objects.closed().count()
    said = ngettext(" %(num)d address takes no mail; its person knows.", " %(num)d addresses take no mail; their people know.", closed)
    return said % {"num": closed} if closed else ""
