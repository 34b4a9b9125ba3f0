"""When the last backup was made that one can rely on: none counts that was not proved to be whole."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from markupsafe import Markup

from junto.design.dates import when
from junto.kit.backup.scheduled.looking import is_due
from junto.kit.clock import now
from junto.kit.models import BackupMade
from junto.operating.checks.disk import said_bytes
from junto.operating.finding import Finding, look, well

OLD = timedelta(days=2)
HOW = "python3 start.py backup"


def finding() -> Finding:
    """The last good one, and whether the last try went well."""
    title, last, good = _("Backup"), BackupMade.last(), BackupMade.last_proved()
    if last is None and settings.BACKUPS and not is_due():
        return well("backup", title, _("The first one is made by itself, in the night as a rule."))
    if last is None or good is None:
        says = _("This Junto knows of no backup.") if last is None else _("No backup was made yet: the last try failed.")
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    says = Markup(_("The last was made %(when)s, %(size)s.")) % {"when": when(good.made_at), "size": said_bytes(good.bytes)}
    if good.pk != last.pk:
        return look("backup", title, says, _("The last try failed: see “start.py doctor” on the machine."))
    if now() - good.made_at > OLD:
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    return well("backup", title, says)
