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


def finding() -> Finding:
    """The last good one, and whether the last try went well."""
    title, made = _("Backup"), _rows()
    last = made.first() if made is not None else None
    good = made.filter(error="").first() if made is not None else None
    if last is None or good is None:
        says = _("This Junto knows of no backup.") if last is None else _("No backup was made yet: the last try failed.")
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    says = Markup(_("The last was made %(when)s, %(size)s.")) % {"when": when(good.made_at), "size": said_bytes(good.bytes)}
    if good.pk != last.pk:
        return look("backup", title, says, _("The last try failed: see “start.py doctor” on the machine."))
    if now() - good.made_at > OLD:
        return look("backup", title, says, _("Make one now with “%(how)s”, and have one made every night.") % {"how": HOW})
    if good.verified_at is None:
        return look("backup", title, says, _("It was not proved yet that it can be brought back."))
    return well("backup", title, says)


def _rows() -> Any:
    """What is written down of tries to make a backup, the last first; None when this release writes nothing down."""
    model: Any = apps.all_models["kit"].get("backupmade")
    return model.objects.order_by("-pk") if model else None
