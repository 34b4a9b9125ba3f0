"""What somebody is told from this room."""

from junto.help.asking.notices import MayKnow, WaitsForHosts

__all__ = ["MayKnow", "WaitsForHosts"]
