"""What can happen where people help each other."""

from junto.help.asking.facts import PersonAsked, QuestionEscalated, QuestionRouted

__all__ = ["PersonAsked", "QuestionEscalated", "QuestionRouted"]
