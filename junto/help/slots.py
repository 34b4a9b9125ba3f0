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

__all__ = ["AnswersOnThese", "GapsFromSpace", "HappyToBeAsked", "HowOftenAsked", "MayPeopleAsk", "MineFromProfile", "OnItsWay"]
