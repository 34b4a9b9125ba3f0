"""What the room keeps of people."""

from junto.help.asking.kept import KeptCapacities, KeptConsents, KeptRequests
from junto.help.hallway.kept import KeptFirstLooks, KeptNotes, KeptPartners, KeptSharedByMe, KeptSharedNotes
from junto.help.holding.kept import KeptDoubts, KeptVerifications
from junto.help.needs.kept import KeptNeedEnds, KeptNeedJoins, KeptNeedOffers, KeptNeeds
from junto.help.outcomes.kept import KeptOutcomes

__all__ = [
    "KeptCapacities",
    "KeptConsents",
    "KeptDoubts",
    "KeptFirstLooks",
    "KeptNeedEnds",
    "KeptNeedJoins",
    "KeptNeedOffers",
    "KeptNeeds",
    "KeptNotes",
    "KeptOutcomes",
    "KeptPartners",
    "KeptRequests",
    "KeptSharedByMe",
    "KeptSharedNotes",
    "KeptVerifications",
]
