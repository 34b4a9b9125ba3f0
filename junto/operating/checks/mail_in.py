"""Whether mail can come in, when the last one came, and what waits for an owner."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from junto.design.dates import when
from junto.design.numbers import number
from junto.kit.clock import now
from junto.mail.addresses import mail_comes_in
from junto.mail.models import IncomingMail
from junto.operating.finding import Finding, bad, look, well
from junto.operating.models import Neighbour
from junto.operating.taking_mail import LATE, MAILBOX, TAKER
from junto.operating.troubles import SAID
from junto.people.letters import mail_works

NAME = "mail-in"


def findings(looks: Mapping[str, Neighbour]) -> Iterator[Finding]:
    """Nothing where no mail comes in."""
    if mail_comes_in():
        yield (_mailbox if settings.MAIL_IN_IMAP else _taker)(looks)
        if not mail_works():
            do = _("Set SMTP_HOST and JUNTO_URL: until then nobody hears why a mail was not posted.")
            yield look(NAME, _title(), _("Mail comes in, and no letter goes out."), do)


def _mailbox(looks: Mapping[str, Neighbour]) -> Finding:
    found = looks.get(MAILBOX)
    if found and found.trouble:
        do = _("%(trouble)s Look at MAIL_IN_IMAP and MAIL_IN_IMAP_PASSWORD. Mail stays in the mailbox until it can be fetched.")
        return bad(NAME, _title(), _("The mailbox cannot be emptied."), do % {"trouble": SAID[found.trouble]})
    return well(NAME, _title(), Markup(" ").join([_("It is fetched from a mailbox."), *_so_far()]))


def _taker(looks: Mapping[str, Neighbour]) -> Finding:
    found = looks.get(TAKER)
    if found is None or found.at < now() - LATE:
        do = _("Start a process with “start.py mail”. Your mail server keeps what it has for us and tries again, for some days as a rule.")
        return bad(NAME, _title(), _("Nobody takes the mail that is handed over."), do)
    return well(NAME, _title(), Markup(" ").join([_("A process takes what is handed over."), *_so_far()]))


def _so_far() -> list[str]:
    """When the last mail came, and how many wait. Never whose."""
    waits = Count("pk", filter=Q(state=IncomingMail.State.WAITING))
    kept = IncomingMail.objects.aggregate(last=Max("came_at"), waiting=waits)
    if kept["last"] is None:
        return [_("No mail came in the last 30 days.")]
    said: list[str] = [Markup(_("The last mail came %(when)s.")) % {"when": when(kept["last"])}]
    if kept["waiting"]:
        waiting = ngettext("One waits for an owner.", "%(n)s wait for an owner.", kept["waiting"])
        said.append(waiting % {"n": number(kept["waiting"])})
    return said


def _title() -> str:
    return _("Mail that comes in")
