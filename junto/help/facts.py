from junto.help.hallway.facts import NoteShared, PartnerAgreed, PartnerAsked

__all__ = ["NoteShared", "PartnerAgreed", "PartnerAsked"]
