"""Figures about few: against known answers."""

import json
from typing import Any

import pytest

from junto.kit.stats import Share, Waiting
from tests.shared import DATA, needs_shared


@pytest.fixture
def known() -> Any:
    return json.loads((DATA / "test-vectors.json").read_text())["0.4"]


@needs_shared
def test_shares_of_few_have_the_interval_of_wilson(known: Any) -> None:
    for part, of, low, high in known["wilson95"]:
        assert Share(part, of).interval == pytest.approx((low, high), abs=6e-5)


@needs_shared
def test_the_leukaemia_trial_comes_out_as_published(known: Any) -> None:
    trial = known["km_6mp"]
    waiting = Waiting(trial["time"], [bool(event) for event in trial["event"]])
    assert {time: round(waiting.waiting(float(time)), 4) for time in trial["S"]} == trial["S"]
    assert (waiting.quantile(0.5), waiting.waiting(5)) == (trial["median"], 1.0)
    assert waiting.interval(0.5) == (13, None)


def test_of_nothing_nothing_is_claimed() -> None:
    assert (Waiting([], []).quantile(0.5), Waiting([], []).interval(0.5)) == (None, (None, None))
    assert Share(0, 0).interval == (0.0, 1.0)


def test_who_still_waits_is_not_counted_as_done() -> None:
    assert Waiting([1, 2, 9], [True, False, False]).quantile(0.5) is None
    assert Waiting([1, 2, 3], [True, True, True]).quantile(0.5) == 2
    assert Waiting([1, 2, 3], [True, True, True]).waiting(3) == 0
