"""Whether this process can serve people: what a load balancer and whoever watches ask every few seconds."""

import logging
from collections.abc import Callable

from junto.operating.checks import database, disk, storage
from junto.operating.models import Process
from junto.operating.remembered import Remembered

log = logging.getLogger(__name__)
STORE_FRESH = 30.0


def look() -> dict[str, bool]:
    """Each thing, and whether it is well. What stands in the database is not asked for when it is away: each question would wait."""
    reached = well(lambda: not database.pending())
    found = {
        "database": reached,
        "work": reached and well(lambda: Process.objects.here().filter(works=True).exists()),
        "disk": well(lambda: not disk.room().is_full),
        **stores.now(),
    }
    if not all(found.values()):
        log.warning("not ready: %s", ", ".join(name for name, is_well in found.items() if not is_well))
    return found


def well(check: Callable[[], bool]) -> bool:
    """What a check says; one that fails is not well."""
    try:
        return check()
    except Exception:  # whatever it is, the one who asks needs to know only that it is not well
        log.exception("this could not be looked at")
        return False


def look_at_store() -> dict[str, bool]:
    """Whether files can be kept; it costs a write, so it is asked less often."""
    return {"storage": not storage.trouble()}


LONG_IN_COMING = {"answer": False}
stores = Remembered(look_at_store, fresh=STORE_FRESH, patience=2 * STORE_FRESH, meanwhile=LONG_IN_COMING)
readiness = Remembered(look, fresh=2.0, patience=15.0, meanwhile=LONG_IN_COMING)
