from junto.help.hallway.topic_uses import NoteUse
from junto.help.needs.topic_uses import NeedUse

__all__ = ["NeedUse", "NoteUse"]
