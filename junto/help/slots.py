from junto.help.hallway.slots import HallwayOfSpace, HallwayOfTopic, NoteInstead
from junto.help.needs.slots import LearnAboutTopic, NeedsOfSpace, NeedsOfTopic

__all__ = ["HallwayOfSpace", "HallwayOfTopic", "LearnAboutTopic", "NeedsOfSpace", "NeedsOfTopic", "NoteInstead"]
