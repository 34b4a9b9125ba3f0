import pytest

from junto.operating import readiness
from junto.operating.models import Process
from junto.operating.remembered import Remembered


@pytest.fixture
def at_work(db) -> Process:
    """A process that serves and works."""
    return Process.arrive("one", 7, serves=True, works=True, version="0.1.0")


@pytest.fixture
def fresh(monkeypatch) -> None:
    """Answers that nobody has asked for yet."""
    for name, ask in {"readiness": readiness.look, "stores": readiness.look_at_store}.items():
        monkeypatch.setattr(readiness, name, Remembered(ask, fresh=30.0, patience=60.0, meanwhile=readiness.LONG_IN_COMING))
