"""Who owns this Junto, who is at work, what was given up, when a backup was last made."""

from collections.abc import Iterator

from django.conf import settings

from junto.config.running import members
from junto.mail.addresses import mail_comes_in
from junto.operating.checks import backups, mail_in, meaning, processes, version, work
from junto.operating.finding import Finding, look, well
from junto.operating.models import Neighbour, Process
from junto.operating.taking_mail import MAILBOX, trouble_with_mailbox
from junto.people.models import Person


def examine() -> Iterator[Finding]:
    """What owners read on their page as well."""
    yield _owner()
    there = list(Process.objects.here())
    yield processes.finding(there) if there or members() else well("processes", "Processes", "Junto does not run now.")
    yield work.finding()
    yield from _mail_in(bool(there or members()))
    yield version.finding()
    yield backups.finding()
    yield meaning.finding()


def _mail_in(runs: bool) -> Iterator[Finding]:
    """The mailbox is tried anew; who takes what is handed over is known only while something runs."""
    if not mail_comes_in():
        yield well(mail_in.NAME, "Mail that comes in", "None: MAIL_IN_ADDRESS is not set.")
        return
    looks = {look.name: look for look in Neighbour.objects.all()}
    if settings.MAIL_IN_IMAP:
        looks[MAILBOX] = Neighbour(name=MAILBOX, trouble=trouble_with_mailbox())
    if settings.MAIL_IN_IMAP or runs:
        yield from mail_in.findings(looks)


def _owner() -> Finding:
    count = Person.objects.filter(is_owner=True, is_active=True).count()
    if count:
        return well("owner", "Owners", f"{count} {'person has' if count == 1 else 'people have'} the keys.")
    return look("owner", "Owners", "Nobody owns this Junto yet.", "Start it and open the link it prints.")
