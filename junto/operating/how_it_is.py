"""How this Junto is doing, as its owners read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from junto.operating.checks import backups, disk, mail, mail_in, meaning, outside, processes, version, work
from junto.operating.finding import Finding
from junto.operating.models import Neighbour, Process
from junto.operating.remembered import Remembered


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
    return HowItIs(there, [version.finding(), meaning.finding(), *_quick(there)])


def count_troubles() -> int:
    """How much needs somebody, without what takes long to find out."""
    return sum(not finding.is_well for finding in _quick(list(Process.objects.here())))


def _quick(there: Sequence[Process]) -> list[Finding]:
    looks = {look.name: look for look in Neighbour.objects.all()}
    here = [work.finding(), processes.finding(there), disk.finding(), backups.finding()]
    return [*here, mail.finding(looks), *mail_in.findings(looks), *outside.findings(looks)]


needing = Remembered(count_troubles, fresh=10.0, patience=60.0, meanwhile=0)
"""For the first screen of owners, who come by often: 5 queries and 5 ms."""
