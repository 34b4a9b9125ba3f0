"""Chance that can be repeated."""


def lot(*what: int) -> float:
    """A number from 0 up to 1 (never 1) that nobody guesses from its neighbours, and that is the same whenever the same is asked."""
    mixed = 0x9E3779B97F4A7C15
    for number in what:
        mixed = ((mixed ^ number) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 29
    return (mixed >> 11) / (1 << 53)
