from junto.help.hallway.slots import HallwayOfSpace, HallwayOfTopic, NoteInstead

__all__ = ["HallwayOfSpace", "HallwayOfTopic", "NoteInstead"]
