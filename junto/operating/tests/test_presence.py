"""Who serves and who works is known, and whoever ended is not counted."""

import threading
from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.operating import presence
from junto.operating.models import Process


@pytest.mark.django_db(transaction=True)
def test_a_process_is_there_while_it_works_and_gone_afterwards(monkeypatch):
    said = threading.Event()
    monkeypatch.setattr(Process, "is_there", lambda process: said.set())
    monkeypatch.setattr(presence, "EVERY", 0.01)
    with presence.present(serves=True, works=False):
        assert said.wait(5)
        assert list(Process.objects.here().values_list("serves", "works")) == [(True, False)]
    assert not Process.objects.exists()


def test_a_process_that_says_nothing_for_a_minute_counts_as_gone_and_is_forgotten_after_a_day(at_work):
    Process.objects.update(seen_at=now() - timedelta(minutes=2))
    assert not Process.objects.here().exists()
    Process.objects.update(seen_at=now() - timedelta(days=2))
    Process.arrive("two", 8, serves=True, works=True, version="0.1.0")
    assert [process.host for process in Process.objects.all()] == ["two"]


def test_a_process_whose_row_was_lost_says_it_anew(at_work):
    """A restore brings other rows."""
    Process.objects.all().delete()
    at_work.is_there()
    assert Process.objects.here().count() == 1
