"""Work that was given up after many tries: what went wrong in plain words, and what owners can do about it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.models import Work
from junto.kit.models.work import WorkRows
from junto.kit.work import listener
from junto.kit.work.listener import LISTENERS
from junto.operating.facts import DeadWorkRetried, DeadWorkSetAside, DeadWorkTakenUp
from junto.operating.models import SetAside
from junto.people.models import Person

KEPT = timedelta(days=30)
SHOWN = 20
KINDS: tuple[tuple[str, str | Promise], ...] = (
    ("search.", _("Keeping search up to date")),
    ("notify.", _("Telling people in their inbox")),
    ("kit.stream.", _("Telling open pages")),
    ("kit.files.", _("Files and pictures")),
    ("people.leaving", _("Taking somebody out who left for good")),
    ("people.", _("A letter about signing in")),
    ("spaces.letters", _("A letter with an invitation")),
    ("portability.", _("The sample company")),
    ("", _("Background work")),
)
CAUSES: tuple[tuple[str, str | Promise], ...] = (
    (r"SMTP|Connection|Timeout|gaierror|EndpointConnection|SSL", _("Another machine did not answer, or refused.")),
    (r"OperationalError|InterfaceError", _("The database was away or busy.")),
    (r"IntegrityError|DataError|ProgrammingError", _("The database did not take what was to be written.")),
    (r"DoesNotExist", _("What it was about is gone. It can be set aside.")),
    (r"OSError|PermissionError|FileNotFoundError", _("A file could not be read or written.")),
    (r"", _("Something in Junto failed. Whoever builds Junto can say more from the line below.")),
)
UNKNOWN = _("This release does not know this work any more. It can be set aside.")


@dataclass(frozen=True)
class Given:
    """One piece as an owner reads it."""

    work: Work

    @property
    def what(self) -> str | Promise:
        return next(words for begins, words in KINDS if self.work.listener.startswith(begins))

    @property
    def why(self) -> str | Promise:
        if self.work.listener not in LISTENERS:
            return UNKNOWN
        kind = self.work.error.partition(" ")[0]
        return next(words for cause, words in CAUSES if re.match(cause, kind) or (cause and re.search(cause, kind)))

    @property
    def since(self) -> datetime:
        """When it was last tried; `run_at` of dead work is when the next try would have been."""
        return min(self.work.run_at, now())

    @property
    def trace(self) -> str:
        """The kind of error, and the last calls that led to it."""
        kind, _in, calls = self.work.error.partition(" because of ")[0].partition(" in ")
        return f"{kind}: {' > '.join(calls.split(' > ')[-2:])}" if calls else kind


def given_up() -> WorkRows:
    """What waits for a decision."""
    return Work.objects.dead().filter(set_aside=None).order_by("-run_at", "-pk")


def put_aside() -> WorkRows:
    """What somebody decided about."""
    return Work.objects.dead().exclude(set_aside=None).order_by("-set_aside__at", "-pk")


@verb
def retry(pieces: WorkRows, *, by: Person) -> int:
    """Gives these pieces their tries back; gives how many there were."""
    SetAside.objects.filter(work__in=pieces.order_by()).delete()
    count = pieces.order_by().revive()
    announce(DeadWorkRetried(by_id=by.pk, count=count))
    return count


@verb
def set_aside(pieces: WorkRows, *, by: Person, at: datetime) -> int:
    """Nobody is troubled by these any more; gives how many there were."""
    rows = [SetAside(work_id=number, by=by, at=at) for number in pieces.values_list("pk", flat=True)]
    SetAside.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    announce(DeadWorkSetAside(by_id=by.pk, count=len(rows)))
    return len(rows)


@verb
def take_up(aside: "QuerySet[SetAside]", *, by: Person) -> int:
    """These wait for a decision again."""
    count, _rows = aside.delete()
    announce(DeadWorkTakenUp(by_id=by.pk, count=count))
    return count


@listener
def forget_set_aside() -> None:
    """What was set aside for long is deleted."""
    Work.objects.filter(set_aside__at__lt=now() - KEPT).delete()
