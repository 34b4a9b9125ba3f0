"""Each thing is really broken, and the doctor says so and what to do."""

import io
import json
import sqlite3
from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F

from junto.config.doctor import at_work, clock, database, folder, in_step, neighbours, report, said
from junto.config.doctor.examining import looked
from junto.kit.clock import now
from junto.kit.files.store import store
from junto.kit.models import FactRecord, File, Work
from junto.operating.models import Process
from junto.posts.models import Thread
from junto.search.models import Document
from junto.spaces.models import Space

ONLY_SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="a file that is damaged is SQLite's")


def told(findings) -> str:
    """All that is not well, in one text."""
    return " ".join(f"{report.plain(one.says)} {report.plain(one.do)}" for one in findings if not one.is_well)


@pytest.mark.django_db(transaction=True)
def test_a_new_house_is_well_and_a_wrong_setting_is_a_finding(elsewhere):
    fresh = elsewhere.junto("doctor")
    assert (fresh.returncode, fresh.stderr) == (0, "")
    assert "There is none yet" in fresh.stdout
    wrong = elsewhere.junto("doctor", "--json", JUNTO_LOG="loud")
    assert wrong.returncode == 1
    assert "JUNTO_LOG is 'loud'" in json.loads(wrong.stdout)["findings"][0]["says"]


@ONLY_SQLITE
@pytest.mark.django_db(transaction=True)
def test_a_database_whose_rows_point_nowhere_and_whose_file_is_damaged(settled):
    settled.junto("person", "add", "olga@example.org", "--name", "Olga Petrova", "--owner")
    path = settled.folder / "junto.sqlite3"
    with sqlite3.connect(path) as rows:
        rows.execute("INSERT INTO set_aside (work_id, at) VALUES (999, '2026-01-01')")
    rows.close()
    (settled.folder / "secret_key").chmod(0o644)
    astray = settled.junto("doctor")
    assert astray.returncode == 1
    assert "1 rows point to rows that are not there (set_aside)" in astray.stdout
    assert "chmod 600" in astray.stdout
    damage(path)
    damaged = settled.junto("doctor", "--json")
    [found] = [one for one in json.loads(damaged.stdout)["findings"] if one["name"] == "database"]
    assert (damaged.returncode, found["state"]) == (1, "bad")
    assert "bring the last backup back" in found["do"]


def damage(path) -> None:
    """Overwrites the middle of every page but the first."""
    whole = bytearray(path.read_bytes())
    for at in range(4096, len(whole), 4096):
        whole[at : at + 64] = b"\xff" * 64
    path.write_bytes(whole)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away(elsewhere):
    away = elsewhere.junto("doctor", DATABASE_URL="postgresql://nobody@127.0.0.1:9/junto")
    assert away.returncode == 1
    assert "PostgreSQL does not let us in" in away.stdout
    assert "Connection refused" in away.stdout
    assert "Traceback" not in away.stdout + away.stderr


def test_a_data_folder_others_can_open(settings, tmp_path):
    settings.DATA = tmp_path
    (tmp_path / "secret_key").write_text("x" * 40)
    tmp_path.chmod(0o755)
    assert "chmod 700" in told(folder.examine())
    tmp_path.chmod(0o700)
    (tmp_path / "secret_key").chmod(0o600)
    assert told(folder.examine()) == ""


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"JUNTO_URL": "http://junto.example.org"}, "travel readable"),
        ({"MAIL_WORKS": True, "JUNTO_URL": ""}, "no letter with a link goes out"),
        ({"EMAIL_HOST": "mail.example.org", "EMAIL_HOST_PASSWORD": "x", "EMAIL_USE_TLS": False}, "SMTP_TLS is off"),
        ({"SIGN_UP": "open"}, "addresses are proved by letter"),
        ({"PROXIES": "*"}, "Name the addresses of your proxies."),
    ],
)
def test_settings_that_make_no_sense_together(settings, given, says):
    for name, value in given.items():
        setattr(settings, name, value)
    assert says in told(said.examine())


def test_a_setting_with_a_slip_of_the_pen(monkeypatch):
    monkeypatch.setenv("JUNTO_PORXY", "10.0.0.7")
    monkeypatch.setenv("JUNTO_PROXY", "10.0.0.7")
    assert "Nobody reads JUNTO_PORXY." in told(said.examine())


def test_a_migration_that_has_not_run(db):
    assert told(database.examine()) == ""
    MigrationRecorder.Migration.objects.filter(app="posts").last().delete()
    assert "1 have not run. Start Junto anew" in told(database.examine())


def test_a_clock_that_was_set_back(db):
    assert told(clock.examine()) == ""
    FactRecord.objects.create(kind="PersonJoined", data={}, at=now() + timedelta(hours=3))
    assert "still to come" in told(clock.examine())


def test_dead_work_nobody_at_work_and_no_owner(db, monkeypatch):
    Work.objects.create(listener="notify.inbox.tell", run_at=now(), is_dead=True)
    Process.arrive("one", 7, serves=True, works=False, version="0.1.0")
    found = told(at_work.examine())
    assert "Nobody owns this Junto yet." in found
    assert "1 piece was given up after many tries." in found
    assert "Nobody does background work." in found


def test_a_mail_server_that_is_away_or_refuses_the_sender(settings, post_office):
    settings.MAIL_WORKS, settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = True, "127.0.0.1", 9, False
    assert "127.0.0.1:9: Nobody listens there." in told([neighbours._mail()])
    settings.EMAIL_PORT = post_office.port
    assert told([neighbours._mail()]) == ""
    assert post_office.letters == []
    settings.DEFAULT_FROM_EMAIL = "nobody@example.org"
    assert "It does not take letters from nobody@example.org (550)." in told([neighbours._mail()])


def test_a_store_that_takes_nothing_and_a_provider_that_is_away(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.write_text("a file in the way")
    settings.SIGN_IN_PROVIDERS = [
        {"name": "work", "label": "Work", "issuer": "http://127.0.0.1:9", "client_id": "junto", "client_secret": "x" * 32}
    ]
    settings.REDIS_URL = "redis://127.0.0.1:9/0"
    found = told(neighbours.examine())
    assert "Nobody listens there. Look at REDIS_URL." in found
    assert f"Nothing can be kept in {settings.MEDIA_ROOT}." in found
    assert "Look at JUNTO_OIDC_WORK_ISSUER" in found


def test_an_address_at_which_nobody_or_somebody_else_answers(settings, monkeypatch, post_office):
    monkeypatch.setattr(neighbours, "members", lambda: [1])
    settings.JUNTO_URL = "http://127.0.0.1:9"
    assert "http://127.0.0.1:9: Nobody listens there." in told(neighbours.examine())


def test_counts_that_are_wrong_are_found_and_counted_anew(answer, question, repairs):
    assert told([in_step._counts(False)]) == ""
    Thread.objects.filter(pk=question.pk).update(answer_count=F("answer_count") + 1)
    Space.objects.filter(pk=repairs.pk).update(people_count=0)
    assert "The counts of 1 threads and 1 spaces" in told([in_step._counts(False)])
    in_step.mend_counts()
    assert told([in_step._counts(True)]) == ""


def test_something_the_index_lacks(answer, work_done):
    work_done()
    assert told([in_step._index(False)]) == ""
    Document.objects.filter(subject="thread").delete()
    assert "1 things cannot be found" in told([in_step._index(False)])
    assert "1 things cannot be found" in told([in_step._index(True)])


def test_a_file_that_is_gone_from_the_store(ada, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    file = File.objects.create(key="a" * 32, use="person-picture", number=ada.pk, state="ready", size=2, lengths={"64": 2})
    store().put(file.name_of("64"), io.BytesIO(b"it"))
    assert told([in_step._files(False)]) == ""
    store().delete(file.name_of("64"))
    assert "1 are in the database and not in the store." in told([in_step._files(True)])


def test_an_examination_that_fails_keeps_the_doctor_from_nothing():
    def examine():
        raise ValueError("ada@example.org")

    [found] = looked(examine)
    assert "This could not be looked at: ValueError." in found.says
    assert "ada" not in found.says
