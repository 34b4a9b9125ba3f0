from junto.help.hallway.facts import NoteShared, PartnerAgreed, PartnerAsked
from junto.help.needs.facts import HelpOffered, NeedEnded, NeedSaid

__all__ = ["HelpOffered", "NeedEnded", "NeedSaid", "NoteShared", "PartnerAgreed", "PartnerAsked"]
