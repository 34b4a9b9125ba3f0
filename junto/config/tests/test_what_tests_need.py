"""Tests need a browser, PostgreSQL, Redis, nginx and Dovecot; what is missing is said or installed, never passed over."""

import os

import pytest

from junto.config.quality import machine


def test_what_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(machine, "found", lambda *programs: "")
    monkeypatch.setenv("PATH", "")
    assert machine.missing(["sqlite"]) == ["chromium", "fonts-dejavu-core", "redis-server", "nginx-light", "dovecot-imapd"]


def test_whoever_may_not_install_is_told_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        machine.bring(["sqlite"])


def test_a_quicker_browser_is_taken_where_it_is_offered_and_done_without_where_it_is_not(monkeypatch):
    monkeypatch.setattr(machine, "found", lambda *programs: "" if programs == (machine.SHELL,) else "/usr/bin/it")
    for offered, wanted in ((True, [machine.SHELL]), (False, [])):
        monkeypatch.setattr(machine, "is_offered", lambda package, offered=offered: offered)
        assert machine.better() == wanted
        assert machine.missing(["sqlite"]) == []


def test_nothing_is_missing_where_these_tests_run():
    assert machine.missing(["sqlite", "postgresql"]) == []
