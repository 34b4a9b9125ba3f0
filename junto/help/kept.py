"""What the room keeps of people."""

from junto.help.asking.kept import KeptCapacities, KeptConsents, KeptRequests

__all__ = ["KeptCapacities", "KeptConsents", "KeptRequests"]
