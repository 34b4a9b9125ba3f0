"""The time zones people can be in."""

import zoneinfo
from functools import lru_cache


@lru_cache(maxsize=1)
def time_zones() -> list[str]:
    """Every zone with a place in its name, and UTC."""
    known = zoneinfo.available_timezones()
    return ["UTC", *sorted(zone for zone in known if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")))]
