"""The simulation of the handbook, section 11: what it does to load and answers that whoever was asked already is asked less.

200 people know 20 topics more or less, 3,000 questions come in a year, and each is put to three people by the product's own weighing.
Nobody is asked more than three times a week; the more somebody was asked in a week, the less likely they answer once more. Once by what
people know alone, once with λ = 0.5. Without a learning seat, as there.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from random import Random
from typing import Any

from benchmarks.experts import gini
from junto.help.asking.weighing import LAMBDA, weight

PEOPLE, TOPICS, QUESTIONS, WEEKS = 200, 20, 3_000, 52
CAPACITY, AT_ONCE, A_WEEK = 3, 3, 7.0
ANSWERS, TIRES = 0.54, 0.58
"""How likely somebody answers who was not asked in the week, and how much of that is gone once they were asked as often as they want."""
KNOWS = (2.0, 1.0)
"""What somebody knows of a topic is how much they know at all times how much of that is about it: two draws of this beta distribution."""


def run(options: dict[str, str]) -> dict[str, Any]:
    """Both ways to choose, side by side."""
    questions = int(options.get("questions", QUESTIONS))
    by_knowing, balanced = simulate(0.0, questions), simulate(LAMBDA, questions)
    return {f"{name}_by_knowing": value for name, value in by_knowing.items()} | balanced


def simulate(balance: float, questions: int = QUESTIONS) -> dict[str, float]:
    """A year, or the part of it in which so many questions come, with this much weight on what people were asked already."""
    return _Year(balance, questions).figures()


class _Year:
    """One run."""

    def __init__(self, balance: float, questions: int) -> None:
        self.chance, self.balance = Random(20261122), balance
        at_all = [self.chance.betavariate(*KNOWS) for _ in range(PEOPLE)]
        self.knows = [[knows * self.chance.betavariate(*KNOWS) for knows in at_all] for _ in range(TOPICS)]
        self.asked: dict[int, deque[float]] = defaultdict(deque)
        self.load, self.answers, self.sure, self.answered = [0] * PEOPLE, [0] * PEOPLE, [0.0, 0.0], 0
        self.questions = questions
        for number in range(questions):
            self._one(number * WEEKS * A_WEEK / QUESTIONS)

    def figures(self) -> dict[str, float]:
        """How evenly the load lies, whose answers they are, and how often the first wave was enough."""
        most = sorted(self.answers, reverse=True)[: PEOPLE // 20]
        return {
            "gini": round(gini(self.load), 2),
            "top_5_percent_answer": round(sum(most) / sum(self.answers), 2),
            "answered_in_first_wave": round(self.answered / self.questions, 2),
            "mean_strength": round(self.sure[0] / self.sure[1], 2),
        }

    def _one(self, at: float) -> None:
        topic, asker = self.knows[self.chance.randrange(TOPICS)], self.chance.randrange(PEOPLE)
        weighed = []
        for person in range(PEOPLE):
            times = self._this_week(person, at)
            if person != asker and times < CAPACITY:
                weighed.append((weight(topic[person], times, CAPACITY, self.chance, self.balance), person))
        self._put_to([person for _, person in sorted(weighed, reverse=True)[:AT_ONCE]], topic, at)

    def _put_to(self, people: Sequence[int], topic: Sequence[float], at: float) -> None:
        answering = [person for person in people if self.chance.random() < ANSWERS * (1 - TIRES * len(self.asked[person]) / CAPACITY)]
        self.answered += bool(answering)
        for person in people:
            self.asked[person].append(at)
            self.load[person] += 1
            self.sure[0], self.sure[1] = self.sure[0] + topic[person], self.sure[1] + 1
        for person in answering:
            self.answers[person] += 1

    def _this_week(self, person: int, at: float) -> int:
        times = self.asked[person]
        while times and times[0] <= at - A_WEEK:
            times.popleft()
        return len(times)
