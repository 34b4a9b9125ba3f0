"""Where the middle of all places is, and what is near as it is seen from there."""

from typing import Any

import numpy as np
import pytest

from junto.kit.meaning.kept import Floats, pack
from junto.search.meaning.map import Map
from junto.search.meaning.middle import FEWEST, Middle
from junto.search.models import Place

WIDTH = 16


def places(count: int) -> Floats:
    """All of them lean to the same side, as texts of one house do."""
    found = np.random.default_rng(7).normal(size=(count, WIDTH)).astype(np.float32)
    found[:, 0] += 3
    whole: Floats = found / np.linalg.norm(found, axis=1, keepdims=True)
    return whole


def map_of(some: Floats, monkeypatch: pytest.MonkeyPatch, at_first: int = 0) -> Map:
    """A map of these places, of which so many came first."""
    rows = [(number, number, pack(place)) for number, place in enumerate(some, start=1)]
    found = Map("pretended")
    for count in (at_first, len(rows)):
        monkeypatch.setattr(type(Place.objects), "since", lambda _self, _model, number, upto=count: rows[number:upto])
        found.catch_up(count)
    return found


def cosines(some: Floats, seen: Floats, by: Any) -> Floats:
    beside, one = some - by, seen - by
    nearness: Floats = beside @ one / (np.linalg.norm(beside, axis=1) * np.linalg.norm(one))
    return nearness


@pytest.mark.parametrize(("count", "knows_the_middle"), [(FEWEST - 1, False), (FEWEST, True), (3 * FEWEST, True)])
def test_what_is_near_is_seen_from_the_middle_once_there_are_enough(
    count: int, knows_the_middle: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = places(count)
    low = 0.25
    expected = cosines(some, some[5], some.mean(axis=0)) if knows_the_middle else (cosines(some, some[5], 0) - low) / (1 - low)
    found = map_of(some, monkeypatch).seen_from(some[5], low).of(range(1, count + 1))
    assert np.allclose([found[number] for number in range(1, count + 1)], expected, atol=0.02)


def test_what_comes_later_is_seen_from_the_middle_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    some = places(FEWEST + 20)
    view = map_of(some, monkeypatch, at_first=FEWEST).seen_from(some[5], 0.0)
    expected = cosines(some, some[5], some[:FEWEST].mean(axis=0))
    found = view.of(range(1, len(some) + 1))
    assert np.allclose([found[number] for number in range(1, len(some) + 1)], expected, atol=0.02)


def test_one_text_more_does_not_move_the_middle() -> None:
    middle = Middle(np.zeros(WIDTH, np.float32), FEWEST)
    assert not middle.is_outgrown(FEWEST + 1)
    assert middle.is_outgrown(2 * FEWEST)
