from junto.help.models.check_back import CheckBack
from junto.help.models.escalation import Escalation
from junto.help.models.outcome import Outcome

__all__ = ["CheckBack", "Escalation", "Outcome"]
