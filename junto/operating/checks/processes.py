"""Who serves and who works, on all machines."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.numbers import number
from junto.operating.finding import Finding, bad, look, well
from junto.operating.models import Process


def finding(there: Sequence[Process]) -> Finding:
    """Whether pages are served, background work is done, and by one release."""
    title, count = _("Processes"), len(there)
    if not any(process.works for process in there):
        do = _("Start one with “start.py worker”. Until then nobody is told anything, and search finds nothing new.")
        return bad("processes", title, _("Nobody does background work."), do)
    if len({process.version for process in there}) > 1:
        return look("processes", title, _("Different releases run side by side."), _("Start those of the older release anew."))
    at_work = ngettext("One process is at work.", "%(n)s processes are at work.", count)
    return well("processes", title, at_work % {"n": number(count)})
