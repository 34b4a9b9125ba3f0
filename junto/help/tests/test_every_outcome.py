"""Whatever an asker and helpers do, in whatever order: what counts as solved is what somebody said."""

from datetime import timedelta
from typing import Any

import time_machine
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from junto.help.models import Outcome
from junto.help.outcomes.listening import ask_due
from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.posts.models import Acceptance, Post, Thread

STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["accept", "withdraw", "delete"]), st.integers(0, 2)),
        st.tuples(st.sampled_from(["worked", "partly", "no", "take back", "wait", "close"]), st.just(0)),
    ),
    max_size=9,
)


class Story:
    """One question with three answers, and what happens to it. `said` is what the asker said last."""

    def __init__(self, thread: Thread, answers: list[Post], asker: Any, work_done: Any) -> None:
        self.number, self.answers, self.asker, self.work_done = thread.pk, answers, asker, work_done
        self.said: str | None = None

    def step(self, what: str, which: int) -> None:
        post = Post.objects.get(pk=self.answers[which].pk)
        if what == "accept" and not post.is_deleted:
            is_new = not post.solved_it
            post.accept(by=self.asker)
            self.said = None if self.said == "no" and is_new else self.said
        elif what == "withdraw" and post.solved_it:
            post.acceptance.withdraw(by=self.asker)
        elif what == "delete":
            post.delete_softly(by=self.asker)
        elif what in ("worked", "partly", "no"):
            self.say(what)
        elif what == "take back":
            self.take_back()
        elif what == "close":
            self.thread.close(by=self.asker)
        self.work_done()
        if what == "wait":
            with time_machine.travel(now() + timedelta(days=3), tick=False):
                ask_due()
                self.work_done()

    @property
    def thread(self) -> Thread:
        return Thread.objects.get(pk=self.number)

    def solved_by(self) -> list[int]:
        return sorted(Acceptance.objects.filter(thread=self.number).values_list("post", flat=True))

    def say(self, what: str) -> None:
        Outcome.objects.say(self.thread, by=self.asker, says=what)
        self.said = what
        if what == "no":
            assert (self.thread.is_solved, self.thread.is_closed) == (False, False)

    def take_back(self) -> None:
        for outcome in Outcome.objects.filter(thread=self.number).select_related("thread"):
            outcome.take_back(by=self.asker)
        self.said = None

    def holds(self) -> None:
        """What is true after every step."""
        assert self.thread.accepted_count == len(self.solved_by())
        assert list(Outcome.objects.filter(thread=self.number).values_list("says", flat=True)) == ([self.said] if self.said else [])
        asked = FactRecord.objects.filter(kind="OutcomeAsked").count()
        began = FactRecord.objects.filter(kind__in=["PostWritten", "AnswerAccepted", "OutcomeSaid", "OutcomeTakenBack"]).count()
        assert asked <= began


def test_nothing_counts_but_what_was_said(rounds, question, ada, ben, work_done) -> None:
    answers = [question.reply(by=ben, source=f"Replace part {number}.") for number in range(3)]
    work_done()

    @given(STEPS)
    def check(steps: list[tuple[str, int]]) -> None:
        with transaction.atomic():
            story = Story(question, answers, ada, work_done)
            for what, which in steps:
                story.step(what, which)
                story.holds()
            transaction.set_rollback(True)

    rounds(check, 14)


def test_taking_back_a_no_restores_what_stood_before(rounds, question, ada, ben, work_done) -> None:
    answers = [question.reply(by=ben, source=f"Replace part {number}.") for number in range(3)]

    @given(st.sets(st.integers(0, 2)), st.booleans())
    def check(accepted: set[int], closed: bool) -> None:
        with transaction.atomic():
            story = Story(question, answers, ada, work_done)
            for which in accepted:
                story.step("accept", which)
            if closed:
                story.step("close", 0)
            before = story.solved_by(), story.thread.is_closed
            story.step("no", 0)
            story.step("take back", 0)
            assert (story.solved_by(), story.thread.is_closed) == before
            transaction.set_rollback(True)

    rounds(check, 6)
