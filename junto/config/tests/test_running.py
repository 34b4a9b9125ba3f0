"""Several machines or containers may share one data folder: each knows its own processes and leaves those of the others alone."""

import os

import pytest

from junto.config import running


@pytest.fixture
def on(settings, tmp_path, monkeypatch):
    """Makes what follows happen on another machine."""
    settings.DATA = tmp_path
    return lambda name: monkeypatch.setattr(running, "host", lambda: name)


def test_processes_with_the_same_number_in_two_containers_do_not_meet(on):
    on("one")
    with running.running():
        on("other")
        assert running.members() == []
        with running.running():
            assert running.members() == [os.getpid()]
        on("one")
        assert running.members() == [os.getpid()]


def test_a_note_left_by_a_process_that_was_killed_here_is_cleared_away(on, tmp_path):
    on("one")
    running.members()
    note = tmp_path / "running" / "one" / "4194999"
    note.touch()
    assert running.members() == []
    assert not note.exists()


def test_the_address_is_the_one_that_is_set_or_that_a_process_told_that_serves_here(on, settings):
    on("one")
    settings.JUNTO_URL = ""
    assert running.address_here() == ""
    with running.running():
        assert running.address_here() == ""
    with running.running("http://127.0.0.1:9317"):
        assert running.address_here() == "http://127.0.0.1:9317"
        settings.JUNTO_URL = "https://junto.example.org"
        assert running.address_here() == "https://junto.example.org"
