import pytest

from junto.operating import readiness
from junto.operating.models import Process
from junto.operating.readiness import Remembered


@pytest.fixture
def at_work(db) -> Process:
    """A process that serves and works."""
    return Process.arrive("one", 7, serves=True, works=True, version="0.1.0")


@pytest.fixture
def fresh(monkeypatch) -> None:
    """Answers that nobody has asked for yet."""
    monkeypatch.setattr(readiness, "readiness", Remembered(readiness.look, fresh=2.0, patience=15.0))
    monkeypatch.setattr(readiness, "stores", Remembered(readiness.stores._ask, fresh=30.0, patience=60.0))
