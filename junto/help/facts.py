"""What can happen where people help each other."""

from junto.help.asking.facts import PersonAsked, QuestionRouted
from junto.help.hallway.facts import NoteShared, PartnerAgreed, PartnerAsked
from junto.help.holding.facts import AnswerDoubted, AnswerVerified, RelianceEnded, VerificationTakenBack
from junto.help.needs.facts import HelpOffered, NeedChanged, NeedEnded, NeedReopened, NeedSaid
from junto.help.outcomes.facts import OutcomeAsked, OutcomeSaid, OutcomeTakenBack
from junto.help.waiting.facts import QuestionWaited

__all__ = [
    "AnswerDoubted",
    "AnswerVerified",
    "HelpOffered",
    "NeedChanged",
    "NeedEnded",
    "NeedReopened",
    "NeedSaid",
    "NoteShared",
    "OutcomeAsked",
    "OutcomeSaid",
    "OutcomeTakenBack",
    "PartnerAgreed",
    "PartnerAsked",
    "PersonAsked",
    "QuestionRouted",
    "QuestionWaited",
    "RelianceEnded",
    "VerificationTakenBack",
]
