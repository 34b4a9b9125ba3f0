from junto.help.hallway.arrivals import NoteArrival

__all__ = ["NoteArrival"]
