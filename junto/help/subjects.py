from junto.help.hallway.subjects import FirstLookSubject
from junto.help.needs.subjects import NeedSubject

__all__ = ["FirstLookSubject", "NeedSubject"]
