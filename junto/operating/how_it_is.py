"""How this Junto is doing, as its owners read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from junto.operating.checks import backups, disk, mail, outside, processes, version, work
from junto.operating.finding import Finding
from junto.operating.models import Neighbour, Process


@dataclass(frozen=True)
class HowItIs:
    """Everything on the page; a constant number of queries."""

    there: Sequence[Process]
    findings: Sequence[Finding]

    @cached_property
    def troubles(self) -> list[Finding]:
        """What needs somebody."""
        return [finding for finding in self.findings if not finding.is_well]


def how_it_is() -> HowItIs:
    """All of it."""
    there = list(Process.objects.here().order_by("host", "started_at"))
    return HowItIs(there, [version.finding(), *_quick(there)])


def troubles_now() -> list[Finding]:
    """What needs somebody, without what takes long to find out: for the first screen."""
    return [finding for finding in _quick(list(Process.objects.here())) if not finding.is_well]


def _quick(there: Sequence[Process]) -> list[Finding]:
    looks = {look.name: look for look in Neighbour.objects.all()}
    return [work.finding(), processes.finding(there), disk.finding(), backups.finding(), mail.finding(looks), *outside.findings(looks)]
