from junto.help.models.check_back import CheckBack
from junto.help.models.doubt import Doubt
from junto.help.models.escalation import Escalation
from junto.help.models.outcome import Outcome
from junto.help.models.outdated_told import OutdatedTold
from junto.help.models.review import Review
from junto.help.models.verification import Verification

__all__ = ["CheckBack", "Doubt", "Escalation", "Outcome", "OutdatedTold", "Review", "Verification"]
