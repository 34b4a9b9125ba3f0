from junto.help.models.first_look import FirstLook
from junto.help.models.note import Note
from junto.help.models.shared_note import SharedNote

__all__ = ["FirstLook", "Note", "SharedNote"]
