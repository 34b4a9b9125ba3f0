"""Data for tests that stands beside the checkout; a clone without it leaves out the tests that need it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the data for this test does not stand beside the checkout")
