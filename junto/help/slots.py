"""What the room offers for pages of other rooms."""

from junto.help.figures.slots import HowAreWeDoing
from junto.help.holding.slots import StillTrue, WorthALook
from junto.help.outcomes.slots import WhatBecameOfIt
from junto.help.waiting.slots import WaitsLonger

__all__ = ["HowAreWeDoing", "StillTrue", "WaitsLonger", "WhatBecameOfIt", "WorthALook"]
