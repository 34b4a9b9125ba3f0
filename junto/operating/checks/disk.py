"""How much room there is where Junto keeps things."""

import shutil
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from junto.design.numbers import number
from junto.operating.finding import Finding, bad, look, well

MB = 1_000_000
FULL, NARROW = 200 * MB, 1000 * MB
"""Bytes. Below the first nothing is safe to write any more; below the second it is time to make room."""


@dataclass(frozen=True)
class Room:
    """Bytes on the disk of the data folder."""

    free: int
    total: int

    @property
    def is_full(self) -> bool:
        return self.free < FULL

    @property
    def is_narrow(self) -> bool:
        return self.free < NARROW


def room() -> Room:
    """As it stands now."""
    found = shutil.disk_usage(settings.DATA)
    return Room(found.free, found.total)


def finding() -> Finding:
    """The disk of the data folder."""
    here = room()
    says = _("%(free)s of %(total)s are free.") % {"free": said_bytes(here.free), "total": said_bytes(here.total)}
    do = _("Make room on this disk, or move the data folder to a larger one. Nothing can be written when it is full.")
    if here.is_full:
        return bad("disk", _("Disk"), says, do)
    return look("disk", _("Disk"), says, do) if here.is_narrow else well("disk", _("Disk"), says)


def said_bytes(size: int) -> str:
    """A size for eyes, in thousands."""
    value, units = float(size), ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value, units = value / 1000, units[1:]
    return f"{number(round(value, 1 if value < 10 and units[0] != 'B' else 0))} {units[0]}"
