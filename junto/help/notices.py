"""What somebody is told where people help each other."""

from junto.help.asking.notices import MayKnow
from junto.help.hallway.notices import TheySaidYes, YouSeeItFirst
from junto.help.holding.notices import Doubted, MineDoubted, ReliedOn
from junto.help.needs.notices import NeedReworded, SomebodyCanHelp
from junto.help.outcomes.notices import DidItWork, StillOpen, Worked
from junto.help.waiting.notices import QuestionWaits

__all__ = [
    "DidItWork",
    "Doubted",
    "MayKnow",
    "MineDoubted",
    "NeedReworded",
    "QuestionWaits",
    "ReliedOn",
    "SomebodyCanHelp",
    "StillOpen",
    "TheySaidYes",
    "Worked",
    "YouSeeItFirst",
]
