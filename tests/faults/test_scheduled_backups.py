"""Backups are made by themselves, proved by bringing them back, and make room for newer ones; nobody has to think of them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from junto.kit.backup import BadBackup
from junto.kit.backup.scheduled import folder as folders
from junto.kit.backup.scheduled import looking
from junto.kit.backup.scheduled.folder import Taken, alone_in, standing, sweep
from junto.kit.backup.scheduled.making import make
from junto.kit.clock import now
from junto.kit.models import BackupMade

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(settings, tmp_path):
    """Where backups go."""
    settings.DATA, settings.BACKUPS = tmp_path, tmp_path / "backups"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return settings.BACKUPS


def names(folder):
    return [path.name for path in folder.iterdir() if not path.name.startswith(".")]


def backup_of(folder, at):
    folder.mkdir(exist_ok=True)
    (folder / at.strftime(folders.WRITTEN)).write_bytes(b"x" * 1000)


def test_a_backup_is_made_proved_and_written_down(folder, question, answer):
    made = make(folder)
    assert BackupMade.last() == BackupMade.last_proved() == made
    assert names(folder) == [made.name]
    assert made.bytes == (folder / made.name).stat().st_size
    assert made.rows > 20
    assert made.error == ""


def test_what_could_not_be_brought_back_is_no_backup(folder, ada, monkeypatch):
    """As when the disk gives back something else than was written to it."""
    with monkeypatch.context() as bad:
        bad.setattr(folders, "sweep", lambda folder: 1 / 0)
        bad.setattr("junto.kit.backup.rows.Adding.sum", property(lambda adding: (id(adding), "never the same")))
        with pytest.raises(BadBackup, match="differs"):
            make(folder)
    assert names(folder) == []
    assert "differs" in BackupMade.last().error
    assert BackupMade.last_proved() is None


def test_no_backup_is_begun_on_a_disk_that_could_not_bear_it(folder, ada, monkeypatch):
    make(folder)
    monkeypatch.setattr(folders, "SPARE", 10**18)
    with pytest.raises(BadBackup, match="MB left"):
        make(folder)
    assert len(names(folder)) == 1
    assert "MB left" in BackupMade.last().error


def test_two_at_once_make_one(folder, ada):
    with alone_in(folder), pytest.raises(Taken):
        make(folder)
    assert not BackupMade.objects.exists()


def test_what_a_killed_one_left_is_cleared_away(folder, ada):
    for left in (".begun-junto-2026-01-01-000000.zip", "..begun-junto-2026-01-01-000000.zip.part"):
        folder.mkdir(exist_ok=True)
        (folder / left).write_text("half")
    (folder / ".junto-proof-abc").mkdir()
    made = make(folder)
    assert {path.name for path in folder.iterdir()} == {".lock", made.name}


def test_days_weeks_and_months_are_kept_and_what_is_not_ours_is_left_alone(folder, settings):
    settings.BACKUPS_KEEP = (3, 2, 2)
    today = datetime(2026, 11, 22, 1, 13, tzinfo=UTC)
    for days in range(100):
        backup_of(folder, today - timedelta(days=days))
    (folder / "mine.zip").write_text("mine")
    with time_machine.travel(today + timedelta(hours=1)):
        sweep(folder)
    assert [one.at.date().isoformat() for one in standing(folder)] == ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-15", "2026-10-31"]
    assert (folder / "mine.zip").exists()


def test_a_clock_that_ran_ahead_costs_no_backup(folder, settings):
    settings.BACKUPS_KEEP = (2, 1, 1)
    for days in (1, 2):
        backup_of(folder, now() - timedelta(days=days))
    with time_machine.travel(now() + timedelta(days=365)):
        sweep(folder)
        backup_of(folder, now())
    backup_of(folder, now())
    sweep(folder)
    assert len(standing(folder)) == 3


def test_room_is_kept_but_never_at_the_cost_of_the_newest(folder, settings):
    settings.BACKUPS_MB = 0
    for days in range(4):
        backup_of(folder, now() - timedelta(days=days + 1))
    newest = standing(folder)[0]
    sweep(folder)
    assert standing(folder) == [newest]


@pytest.fixture
def begun(monkeypatch):
    """How often a backup was begun."""
    times = []
    monkeypatch.setattr(looking, "begin", lambda: times.append(now()))
    return times


def test_it_begins_at_its_time_once_and_again_an_hour_after_it_failed(folder, settings, begun, db):
    settings.BACKUP_AT = "13 1 * * *"
    night = (now() + timedelta(days=3)).replace(hour=1, minute=20)
    with time_machine.travel(night) as clock:
        looking.back_up()
        assert len(begun) == 1
        BackupMade.note(made_at=now(), error="no room")
        looking.back_up()
        assert len(begun) == 1
        clock.shift(timedelta(minutes=61))
        looking.back_up()
        assert len(begun) == 2
        BackupMade.note(made_at=now(), verified_at=now())
        clock.shift(timedelta(hours=20))
        looking.back_up()
        assert len(begun) == 2
        clock.shift(timedelta(hours=24))
        looking.back_up()
        assert len(begun) == 3


def test_a_new_house_waits_for_its_first_night_and_off_is_off(folder, settings, begun, db):
    looking.back_up()
    settings.BACKUPS = None
    with time_machine.travel(now() + timedelta(days=3)):
        looking.back_up()
    assert begun == []


def test_a_backup_from_a_year_ahead_keeps_none_from_being_made(folder, settings, begun, db):
    with time_machine.travel(now() + timedelta(days=3)):
        BackupMade.note(made_at=now() + timedelta(days=365), verified_at=now())
        looking.back_up()
    assert len(begun) == 1
