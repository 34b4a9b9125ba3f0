"""Who owns this Junto, who is at work, what was given up, when a backup was last made."""

from collections.abc import Iterator

from junto.config.running import members
from junto.operating.checks import backups, meaning, processes, version, work
from junto.operating.finding import Finding, look, well
from junto.operating.models import Process
from junto.people.models import Person


def examine() -> Iterator[Finding]:
    """What owners read on their page as well."""
    yield _owner()
    there = list(Process.objects.here())
    yield processes.finding(there) if there or members() else well("processes", "Processes", "Junto does not run now.")
    yield work.finding()
    yield version.finding()
    yield backups.finding()
    yield meaning.finding()


def _owner() -> Finding:
    count = Person.objects.filter(is_owner=True, is_active=True).count()
    if count:
        return well("owner", "Owners", f"{count} {'person has' if count == 1 else 'people have'} the keys.")
    return look("owner", "Owners", "Nobody owns this Junto yet.", "Start it and open the link it prints.")
