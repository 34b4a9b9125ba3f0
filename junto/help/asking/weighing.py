"""How what somebody knows is weighed against how often they were asked already (handbook, section 11)."""

from random import Random

LAMBDA = 0.5
SHUFFLES = 0.02
"""So that the same people do not come first for ever where nothing tells them apart."""


def weight(strength: float, asked: int, capacity: int, chance: Random, balance: float = LAMBDA) -> float:
    """rank = E − λ · asks this week / capacity + U(0, 0.02). Capacity is 1 or more: whoever wants to be asked nothing is never weighed."""
    return strength - balance * asked / capacity + chance.uniform(0, SHUFFLES)
