"""What can happen where people help each other."""

from junto.help.holding.facts import AnswerDoubted, AnswerVerified, RelianceEnded, VerificationTakenBack
from junto.help.outcomes.facts import OutcomeAsked, OutcomeSaid, OutcomeTakenBack
from junto.help.waiting.facts import QuestionWaited

__all__ = [
    "AnswerDoubted",
    "AnswerVerified",
    "OutcomeAsked",
    "OutcomeSaid",
    "OutcomeTakenBack",
    "QuestionWaited",
    "RelianceEnded",
    "VerificationTakenBack",
]
