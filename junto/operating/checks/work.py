"""Whether work is taken from the queue, and what was given up."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from junto.design.dates import when
from junto.design.numbers import number
from junto.kit.clock import now
from junto.kit.models import Work
from junto.kit.work.listener import LISTENERS
from junto.operating.finding import Finding, look, well

LATE = timedelta(minutes=5)
MINUTE = 60


@dataclass
class Queue:
    """Work of one listener, or of all."""

    waiting: int = 0
    failing: int = 0
    dead: int = 0
    """Without what an owner set aside."""
    oldest_seconds: float = 0.0


def queue() -> dict[str, Queue]:
    """All work by listener. What this release does not know counts together: names in tables may be anything."""
    alive, tried = Q(is_dead=False), Q(tries__gt=0)
    figures = {
        "waiting": Count("pk", filter=alive & (Q(run_at__lte=now()) | tried)),
        "failing": Count("pk", filter=alive & tried),
        "dead": Count("pk", filter=Q(is_dead=True, set_aside=None)),
        "oldest": Min("run_at", filter=alive & Q(tries=0, run_at__lte=now())),
    }
    rows = Work.objects.order_by().values_list("listener").annotate(**figures)
    found: dict[str, Queue] = {}
    for listener, waiting, failing, dead, oldest in rows:
        of = found.setdefault(listener if listener in LISTENERS else "unknown", Queue())
        of.waiting, of.failing, of.dead = of.waiting + waiting, of.failing + failing, of.dead + dead
        of.oldest_seconds = max(of.oldest_seconds, (now() - oldest).total_seconds() if oldest else 0.0)
    return found


def finding() -> Finding:
    """The queue as a whole."""
    found = list(queue().values())
    waiting, dead = sum(one.waiting for one in found), sum(one.dead for one in found)
    oldest = max((one.oldest_seconds for one in found), default=0.0)
    says = _waiting(waiting, oldest)
    if dead:
        given_up = ngettext("%(n)s piece was given up after many tries.", "%(n)s pieces were given up after many tries.", dead)
        do = _("See below what went wrong. When the cause is mended, let it be tried again; set aside what nobody needs any more.")
        return look("work", _("Background work"), Markup("%s %s") % (given_up % {"n": number(dead)}, says), do)
    if oldest > LATE.total_seconds():
        do = _("A large import takes its time. Otherwise see whether a process does background work, and start Junto anew.")
        return look("work", _("Background work"), says, do)
    return well("work", _("Background work"), says)


def _waiting(waiting: int, oldest: float) -> str:
    if not waiting:
        return _("Nothing waits.")
    if oldest < MINUTE:
        said = ngettext("%(n)s piece waits, and not for long.", "%(n)s pieces wait, none of them for long.", waiting)
        return said % {"n": number(waiting)}
    said = ngettext("%(n)s piece waits. It was due %(when)s.", "%(n)s pieces wait. The oldest was due %(when)s.", waiting)
    return Markup(said) % {"n": number(waiting), "when": when(now() - timedelta(seconds=oldest))}
