from junto.help.hallway.notices import TheySaidYes, YouSeeItFirst
from junto.help.needs.notices import SomebodyCanHelp

__all__ = ["SomebodyCanHelp", "TheySaidYes", "YouSeeItFirst"]
