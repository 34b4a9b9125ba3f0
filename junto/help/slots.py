"""What the room offers for pages of other rooms."""

from junto.help.figures.slots import HowAreWeDoing
from junto.help.hallway.slots import HallwayOfSpace, HallwayOfTopic, NoteInstead
from junto.help.holding.slots import StillTrue, WorthALook
from junto.help.needs.slots import LearnAboutTopic, NeedsOfSpace, NeedsOfTopic
from junto.help.outcomes.slots import WhatBecameOfIt
from junto.help.waiting.slots import WaitsLonger

__all__ = [
    "HallwayOfSpace",
    "HallwayOfTopic",
    "HowAreWeDoing",
    "LearnAboutTopic",
    "NeedsOfSpace",
    "NeedsOfTopic",
    "NoteInstead",
    "StillTrue",
    "WaitsLonger",
    "WhatBecameOfIt",
    "WorthALook",
]
