"""Inventing what nobody thought of. In the suite a few inputs, always the same; told `--fuzz-minutes 10`, as many as fit into that time.

What a long run finds is mended, and kept as a case with a name beside the code it belongs to.
"""

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, seed, settings

AT_ONCE = 500
EVERY_CHECK = list(HealthCheck)

Check = Callable[[], None]
Rounds = Callable[[Check, int], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz-minutes", type=float, default=0, help="how long each test in tests/fuzz invents inputs (0: a few, always the same)"
    )


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Rounds:
    """Calls a test of hypothesis with so many examples, or again and again with others until the time is up."""
    minutes = request.config.getoption("--fuzz-minutes")

    def run(check: Check, examples: int) -> None:
        if not minutes:
            return _quick(examples)(check)()
        until, done, check = time.monotonic() + 60 * minutes, 0, _long(check)
        while time.monotonic() < until:
            seed(random.getrandbits(64))(check)()
            done += AT_ONCE
        print(f"\n{request.node.name}: {done} inputs in {minutes} minutes")

    return run


def _quick(examples: int) -> settings:
    return settings(max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=EVERY_CHECK)


def _long(check: Check) -> Check:
    phases = [Phase.generate, Phase.target, Phase.shrink]
    return settings(max_examples=AT_ONCE, database=None, deadline=None, suppress_health_check=EVERY_CHECK, phases=phases)(check)
