from junto.help.models.first_look import FirstLook
from junto.help.models.need import Need
from junto.help.models.need_end import NeedEnd
from junto.help.models.need_join import NeedJoin
from junto.help.models.need_offer import NeedOffer
from junto.help.models.note import Note
from junto.help.models.shared_note import SharedNote

__all__ = ["FirstLook", "Need", "NeedEnd", "NeedJoin", "NeedOffer", "Note", "SharedNote"]
