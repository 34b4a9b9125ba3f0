"""What is near a place, in a large house: found by signs, compared where it matters, and everything in the end."""

from itertools import chain, pairwise

import numpy as np
import pytest

from junto.kit.meaning.kept import Floats
from junto.search.meaning import view
from junto.search.meaning.signs import least_different, signs
from junto.search.tests.test_middle import map_of, places

COUNT = 4000


@pytest.fixture
def some(monkeypatch: pytest.MonkeyPatch) -> Floats:
    monkeypatch.setattr(view, "FIRST_PORTION", 100)
    return places(COUNT)


def test_what_is_nearest_comes_first_though_little_is_compared(some: Floats, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = map_of(some, monkeypatch)
    exact = drawn.seen_from(some[5], 0.0).of(range(1, COUNT + 1))
    first = next(drawn.seen_from(some[5], 0.0).portions())
    assert list(first)[:10] == sorted(exact, key=lambda number: -exact[number])[:10]
    assert all(nearness == exact[number] for number, nearness in first.items())


def test_only_what_differs_little_is_compared_at_first(some: Floats, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = map_of(some, monkeypatch).seen_from(some[5], 0.0)
    next(seen.portions())
    assert 800 <= np.count_nonzero(~np.isnan(seen._near)) < COUNT / 2


def test_in_the_end_everything_came_once(some: Floats, monkeypatch: pytest.MonkeyPatch) -> None:
    portions = list(map_of(some, monkeypatch).seen_from(some[5], 0.0).portions())
    assert len(portions) > 2
    assert sorted(chain.from_iterable(portions)) == list(range(1, COUNT + 1))
    for portion in portions:
        assert all(one >= other for one, other in pairwise(portion.values()))


def test_what_is_placed_anew_is_found_where_it_stands_now(some: Floats, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = map_of(some, monkeypatch)
    drawn._put({2000: (1 / 127, np.rint(some[5] * 127).astype(np.int8))})
    assert {6, 2000} == set(list(next(drawn.seen_from(some[5], 0.0).portions()))[:2])


def test_as_many_columns_as_were_asked_for_differ_least() -> None:
    beside = np.array([[1, 1, 1, 1], [1, 1, 1, -1], [-1, -1, -1, -1], [1, 1, -1, -1], [1, -1, 1, 1]], np.float32)
    assert least_different(signs(beside), signs(beside[0]), 1).tolist() == [0]
    assert least_different(signs(beside), signs(beside[0]), 2).tolist() == [0, 1, 4]
    assert least_different(signs(beside), signs(beside[0]), 9).tolist() == [0, 1, 2, 3, 4]
