import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="session", autouse=True)
def patience():
    """A busy machine may take its time; what never comes is told after this long."""
    expect.set_options(timeout=20_000)
