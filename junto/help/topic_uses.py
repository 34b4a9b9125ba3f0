from junto.help.hallway.topic_uses import NoteUse

__all__ = ["NoteUse"]
