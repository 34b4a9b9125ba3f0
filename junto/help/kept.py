"""What the room keeps of people."""

from junto.help.holding.kept import KeptDoubts, KeptVerifications
from junto.help.outcomes.kept import KeptOutcomes

__all__ = ["KeptDoubts", "KeptOutcomes", "KeptVerifications"]
