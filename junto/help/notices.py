from junto.help.hallway.notices import TheySaidYes, YouSeeItFirst

__all__ = ["TheySaidYes", "YouSeeItFirst"]
