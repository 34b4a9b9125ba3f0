"""When a backup was last made, and whether it was proved to be whole."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from markupsafe import Markup

from junto.design.dates import when
from junto.kit.clock import now
from junto.operating.checks.disk import said_bytes
from junto.operating.finding import Finding, look, well

OLD = timedelta(days=2)
HOW = "python3 start.py backup FILE"


def tries() -> Any:
    """The rows that tell of tries to make a backup; none when this release does not keep them."""
    try:
        return apps.get_model("kit", "BackupMade").objects.order_by("-pk")
    except LookupError:
        return ()


def finding() -> Finding:
    """The last good one, and whether the last try went well."""
    title, last = _("Backup"), next(iter(tries()[:1]), None)
    good = last if last is not None and not last.error else next(iter(tries().filter(error="")[:1]), None) if last else None
    if good is None:
        says = _("This Junto knows of no backup.") if last is None else _("No backup was made yet: the last try failed.")
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    says = Markup(_("The last was made %(when)s, %(size)s.")) % {"when": when(good.made_at), "size": said_bytes(good.bytes)}
    if good is not last:
        return look("backup", title, says, _("The last try failed: see “start.py doctor” on the machine."))
    if now() - good.made_at > OLD:
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    if good.verified_at is None:
        return look("backup", title, says, _("It was not proved yet that it can be brought back."))
    return well("backup", title, says)
