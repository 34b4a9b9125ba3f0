"""What can happen where people help each other."""

from junto.help.outcomes.facts import OutcomeAsked, OutcomeSaid, OutcomeTakenBack
from junto.help.waiting.facts import QuestionWaited

__all__ = ["OutcomeAsked", "OutcomeSaid", "OutcomeTakenBack", "QuestionWaited"]
