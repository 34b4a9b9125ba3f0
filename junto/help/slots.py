"""What the room offers for pages of other rooms."""

from junto.help.asking.slots import (
    AnswersOnThese,
    GapsFromSpace,
    HappyToBeAsked,
    HowOftenAsked,
    MayPeopleAsk,
    MineFromProfile,
    OnItsWay,
)
from junto.help.figures.slots import HowAreWeDoing
from junto.help.hallway.slots import HallwayOfSpace, HallwayOfTopic, NoteInstead
from junto.help.holding.slots import StillTrue, WorthALook
from junto.help.needs.slots import LearnAboutTopic, NeedsFound, NeedsOfSpace, NeedsOfTopic
from junto.help.outcomes.slots import WhatBecameOfIt
from junto.help.waiting.slots import WaitsLonger

__all__ = [
    "AnswersOnThese",
    "GapsFromSpace",
    "HallwayOfSpace",
    "HallwayOfTopic",
    "HappyToBeAsked",
    "HowAreWeDoing",
    "HowOftenAsked",
    "LearnAboutTopic",
    "MayPeopleAsk",
    "MineFromProfile",
    "NeedsFound",
    "NeedsOfSpace",
    "NeedsOfTopic",
    "NoteInstead",
    "OnItsWay",
    "StillTrue",
    "WaitsLonger",
    "WhatBecameOfIt",
    "WorthALook",
]
