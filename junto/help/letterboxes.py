from junto.help.hallway.by_mail import NotesByMail

__all__ = ["NotesByMail"]
