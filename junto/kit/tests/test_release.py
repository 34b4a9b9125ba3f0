"""Nothing is said about few: not directly, and not by subtraction."""

import json

from hypothesis import given
from hypothesis import strategies as st

from junto.kit.release import FEWEST, coarse, coarse_interval, released
from tests.shared import DATA, needs_shared


@needs_shared
def test_the_known_cases() -> None:
    for groups, shown in json.loads((DATA / "test-vectors.json").read_text())["0.3"]["gate_k5"]:
        assert sorted(released(groups)) == shown


@given(st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 30)))
def test_no_subtraction_tells_of_few(groups: dict[str, int]) -> None:
    shown = released(groups)
    unseen = sum(size for name, size in groups.items() if name not in shown)
    assert unseen == 0 or unseen >= FEWEST
    assert all(groups[name] >= FEWEST for name in shown)


def test_shares_of_few_are_coarse() -> None:
    assert (coarse(0.62, 13), coarse(0.623, 40), coarse(0.0, 9), coarse(1.0, 400)) == (("", 60), ("", 62), ("<=", 5), (">=", 95))
    assert (coarse_interval(0.376, 0.964, 5), coarse_interval(0.376, 0.964, 50)) == ((35, 100), (37, 97))
