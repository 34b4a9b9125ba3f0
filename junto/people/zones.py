"""The time zones people can be in."""

import zoneinfo
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junto.people.models import Person


@lru_cache(maxsize=1)
def time_zones() -> list[str]:
    """Every zone with a place in its name, and UTC."""
    known = zoneinfo.available_timezones()
    return ["UTC", *sorted(zone for zone in known if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")))]


def zone_of(person: "Person") -> zoneinfo.ZoneInfo:
    """The person's own zone; UTC when this machine does not know it."""
    return zone_named(person.time_zone)


def zone_named(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that name; UTC when this machine does not know it."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return zoneinfo.ZoneInfo("UTC")
