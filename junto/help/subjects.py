from junto.help.hallway.subjects import FirstLookSubject

__all__ = ["FirstLookSubject"]
