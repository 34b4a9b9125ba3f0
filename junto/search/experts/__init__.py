"""Who is likely to answer a question well. Knows nothing of asking anybody: that is for `junto.help`."""

from junto.search.experts.question import Question
from junto.search.experts.ranking import Expert, likely_to_answer

__all__ = ["Expert", "Question", "likely_to_answer"]
