"""What the room keeps of people."""

from junto.help.outcomes.kept import KeptOutcomes

__all__ = ["KeptOutcomes"]
