"""Shares of few are told coarsely."""

from junto.kit.release import coarse, coarse_interval


def test_shares_of_few_are_coarse() -> None:
    assert (coarse(0.62, 13), coarse(0.623, 40), coarse(0.0, 9), coarse(1.0, 400)) == (("", 60), ("", 62), ("<=", 5), (">=", 95))
    assert (coarse_interval(0.376, 0.964, 5), coarse_interval(0.376, 0.964, 50)) == ((35, 100), (37, 97))
