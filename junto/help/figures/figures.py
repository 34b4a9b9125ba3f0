"""How a space is doing: each figure with what it counts, its unit, of how many, its interval, and the very questions it was made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.design.numbers import number
from junto.help.figures.gathering import Question
from junto.help.models import Outcome
from junto.kit.release import FEWEST, coarse, coarse_interval
from junto.kit.stats import Share, Waiting

WITHIN = (1, 4, 8)
CURVE = (1, 2, 4, 8, 16, 24, 40)
Value = tuple[str, str]


@dataclass(frozen=True)
class Counted:
    """One question behind a figure, and what it adds: hours, or whether it counts. None: it had not happened by then."""

    question: Question
    hours: float | None
    counts: bool
    writer: int | None = None
    """Who noted in the hallway what it counts."""


def asker_of(counted: Counted) -> int | None:
    """Whom a question is about."""
    return counted.question.asker


def writer_of(counted: Counted) -> int | None:
    """Whom a note of the hallway is about."""
    return counted.writer


@dataclass(frozen=True)
class Figure:
    """One figure. `counts` picks the questions it is made of; `tells` makes value and interval of these, and of nothing else."""

    name: str
    title: str | Promise
    means: str | Promise
    unit: str | Promise
    try_this: str | Promise
    counted: Callable[[Sequence[Question]], list[Counted]]
    tells: Callable[[Sequence[Counted]], Value]
    about: Sequence[Callable[[Counted], int | None]] = (asker_of,)
    """Whom it may tell of: of each at least five."""

    def of(self, questions: Sequence[Question]) -> "Told":
        """The figure of these questions."""
        return Told(self, self.counted(questions))


@dataclass(frozen=True)
class Told:
    """A figure and the questions behind it."""

    figure: Figure
    counted: list[Counted]

    @property
    def is_enough(self) -> bool:
        """Whether at least five people asked these questions, or wrote what was noted."""
        return all(len({of(each) for each in self.counted} - {None}) >= FEWEST for of in self.figure.about)

    @property
    def value(self) -> Value:
        """Value and interval in words; empty where it would be about too few."""
        return self.figure.tells(self.counted) if self.is_enough else ("", "")


def _waits(name: str) -> Callable[[Sequence[Question]], list[Counted]]:
    def counted(questions: Sequence[Question]) -> list[Counted]:
        return [Counted(each, getattr(each, name), getattr(each, name) is not None) for each in questions]

    return counted


def waiting_of(counted: Sequence[Counted]) -> Waiting:
    """How long they waited; what had not happened is counted as far as it could be seen."""
    hours = [each.question.waited if each.hours is None else each.hours for each in counted]
    return Waiting(hours, [each.counts for each in counted])


def _median(counted: Sequence[Counted]) -> Value:
    waiting = waiting_of(counted)
    middle, (low, high) = waiting.quantile(0.5), waiting.interval(0.5)
    if middle is None:
        return _("not reached: fewer than half"), ""
    until = _("open") if high is None else _hours(high)
    return _hours(middle), _("%(low)s to %(high)s") % {"low": _hours(low or 0), "high": until}


def _hours(value: float) -> str:
    return _together(_("%(n)s h") % {"n": number(round(value, 1))})


def _percent(value: int) -> str:
    return _together(_("%(n)s %%") % {"n": number(value)})


def _together(words: str) -> str:
    """A number stays on the line of its unit."""
    return words.replace(" ", "\u00a0")


def _within(limit: int) -> Callable[[Sequence[Question]], list[Counted]]:
    """Of questions that have stood for a working day: the same ones for every limit, so that two figures differ by no few."""

    def counted(questions: Sequence[Question]) -> list[Counted]:
        seen = [each for each in questions if each.seen >= WITHIN[-1]]
        return [Counted(each, each.answered, each.answered is not None and each.answered <= limit) for each in seen]

    return counted


def _share(counted: Sequence[Counted]) -> Value:
    share = Share(sum(each.counts for each in counted), len(counted))
    sign, percent = coarse(share.value, share.of)
    low, high = coarse_interval(*share.interval, share.of)
    words = {"": _("%(n)s %%"), "<=": _("at most %(n)s %%"), ">=": _("at least %(n)s %%")}
    ends = {"low": _percent(low), "high": _percent(high)}
    return _together(words[sign] % {"n": number(percent)}), _("%(low)s to %(high)s") % ends


def _reused(questions: Sequence[Question]) -> list[Counted]:
    return [Counted(each, None, each.is_reused) for each in questions if each.solved is not None]


def _worked(questions: Sequence[Question]) -> list[Counted]:
    return [Counted(each, None, each.says == Outcome.Says.WORKED) for each in questions if each.says]


def _noted(questions: Sequence[Question]) -> list[Counted]:
    """Each note once, whatever else stands below the same question."""
    return [Counted(each, None, note.is_reused, note.writer) for each in questions for note in each.captures]


def _answered(questions: Sequence[Question]) -> list[Counted]:
    return [Counted(each, None, bool(each.answerers)) for each in questions if each.answerers]


def _breadth(counted: Sequence[Counted]) -> Value:
    """Different people for each answer. Nothing while fewer than five answered."""
    every = [person for each in counted for person in each.question.answerers if person is not None]
    different = len(set(every))
    return (_("%(n)s of 10") % {"n": number(round(10 * different / len(every)))}, "") if different >= FEWEST else ("", "")


HOURS, SHARE = gettext_lazy("hours of work"), gettext_lazy("share of questions")
ROUTE = gettext_lazy("Look at what waits, and ask somebody by name.")


def _within_figure(limit: int) -> Figure:
    titles: dict[int, Any] = {
        1: gettext_lazy("Answered within one hour"),
        4: gettext_lazy("Answered within four hours"),
        8: gettext_lazy("Answered within a working day"),
    }
    means = gettext_lazy("Of the questions that have stood for at least a working day. Hours are hours of work.")
    return Figure(f"within-{limit}", titles[limit], means, SHARE, ROUTE, _within(limit), _share)


FIGURES: Sequence[Figure] = (
    Figure(
        "first-answer",
        gettext_lazy("Time to the first answer"),
        gettext_lazy(
            "How long half of the questions wait until somebody else answers. What nobody answered counts for as long as it waits."
        ),
        HOURS,
        ROUTE,
        _waits("answered"),
        _median,
    ),
    *(_within_figure(limit) for limit in WITHIN),
    Figure(
        "answered",
        gettext_lazy("Answered"),
        gettext_lazy("Questions that somebody else answered, however late."),
        SHARE,
        ROUTE,
        _waits("answered"),
        _share,
    ),
    Figure(
        "solved",
        gettext_lazy("Time until it is solved"),
        gettext_lazy("How long half of the questions wait until their asker, or a host, says that an answer solved it."),
        HOURS,
        gettext_lazy("Ask askers what is still missing."),
        _waits("solved"),
        _median,
    ),
    Figure(
        "worked",
        gettext_lazy("It worked"),
        gettext_lazy("Of the askers who said whether it worked, how many said yes. Who said nothing is not counted at all."),
        SHARE,
        gettext_lazy("Read what did not work, and answer again."),
        _worked,
        _share,
    ),
    Figure(
        "reused",
        gettext_lazy("Used again"),
        gettext_lazy("Solved questions whose answer helped somebody besides the asker."),
        SHARE,
        gettext_lazy("Give good answers titles that others would look for."),
        _reused,
        _share,
    ),
    Figure(
        "noted",
        gettext_lazy("Notes of the hallway used again"),
        gettext_lazy(
            "Of what was noted in the hallway and shared as an answer, how much helped somebody besides whoever noted it, "
            "or solved what somebody else had asked. Notes on the page of the space are not counted: nobody can mark them."
        ),
        gettext_lazy("share of notes shared as answers"),
        gettext_lazy("Point to such an answer where its question comes up again."),
        _noted,
        _share,
        about=(asker_of, writer_of),
    ),
    Figure(
        "breadth",
        gettext_lazy("How many different people answer"),
        gettext_lazy("Of ten answers, how many come from different people. Nothing is said while fewer than five people answer."),
        gettext_lazy("people in ten answers"),
        gettext_lazy("Invite somebody who has not answered yet."),
        _answered,
        _breadth,
    ),
)
"""All figures, in the order in which they are read."""


def curve(questions: Sequence[Question]) -> list[tuple[str, float]]:
    """The share of questions answered after so many hours of work, in percent, for a drawing."""
    waiting = waiting_of(_waits("answered")(questions))
    return [(_hours(hours), coarse(1 - waiting.waiting(hours), waiting.of)[1]) for hours in CURVE]
