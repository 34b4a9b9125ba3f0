from junto.help.models.capacity import Capacity
from junto.help.models.check_back import CheckBack
from junto.help.models.consent import Consent
from junto.help.models.doubt import Doubt
from junto.help.models.escalation import Escalation
from junto.help.models.first_look import FirstLook
from junto.help.models.need import Need
from junto.help.models.need_end import NeedEnd
from junto.help.models.need_join import NeedJoin
from junto.help.models.need_offer import NeedOffer
from junto.help.models.note import Note
from junto.help.models.outcome import Outcome
from junto.help.models.outdated_told import OutdatedTold
from junto.help.models.request import Request
from junto.help.models.review import Review
from junto.help.models.route import Route
from junto.help.models.shared_note import SharedNote
from junto.help.models.verification import Verification

__all__ = [
    "Capacity",
    "CheckBack",
    "Consent",
    "Doubt",
    "Escalation",
    "FirstLook",
    "Need",
    "NeedEnd",
    "NeedJoin",
    "NeedOffer",
    "Note",
    "Outcome",
    "OutdatedTold",
    "Request",
    "Review",
    "Route",
    "SharedNote",
    "Verification",
]
