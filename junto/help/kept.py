from junto.help.hallway.kept import KeptFirstLooks, KeptNotes, KeptPartners, KeptSharedByMe, KeptSharedNotes
from junto.help.needs.kept import KeptNeedEnds, KeptNeedJoins, KeptNeedOffers, KeptNeeds

__all__ = [
    "KeptFirstLooks",
    "KeptNeedEnds",
    "KeptNeedJoins",
    "KeptNeedOffers",
    "KeptNeeds",
    "KeptNotes",
    "KeptPartners",
    "KeptSharedByMe",
    "KeptSharedNotes",
]
