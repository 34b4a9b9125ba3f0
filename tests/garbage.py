"""What was loaded before the first test stays to the end: to look through it again and again for garbage took a sixth of a run."""

import gc

import pytest

SELDOM = (100_000, 20, 50)
"""How much must be new before it is looked at. Tests make much and keep little; what points in circles is still found."""


def pytest_configure() -> None:
    gc.set_threshold(*SELDOM)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
