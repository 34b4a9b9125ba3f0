"""A backup made while people write, brought back somewhere else, holds one moment of the whole house."""

import json
import os
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from junto.kit.backup import BadBackup, keep, restore
from junto.kit.models import FactRecord
from junto.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def uploads(settings, tmp_path):
    """Two uploaded files."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    folder = settings.MEDIA_ROOT / "2026" / "05"
    folder.mkdir(parents=True)
    (folder / "pump.png").write_bytes(bytes(range(256)) * 400)
    (settings.MEDIA_ROOT / "Größe 日本.txt").write_text("two words")
    return settings.MEDIA_ROOT


def people_join(stop):
    """New people until told to stop; each is a person and a fact, written together."""
    number = 0
    try:
        while not stop.is_set():
            number += 1
            Person.objects.join(name=f"Newcomer {number}")
    finally:
        connection.close()
    return number


def manifest_of(path):
    with zipfile.ZipFile(path) as file:
        return json.loads(file.read("manifest.json"))


def test_what_was_kept_while_people_wrote_is_whole_elsewhere(elsewhere, uploads, tmp_path, question, answer, ada):
    file, stop = tmp_path / "kept.junto", threading.Event()
    with ThreadPoolExecutor(3) as writers:
        busy = [writers.submit(people_join, stop) for _ in range(3)]
        while Person.objects.count() < 30:
            pass
        try:
            keep(file)
        finally:
            stop.set()
    assert all(writer.result() for writer in busy)
    counts = manifest_of(file)["database"]["counts"]
    assert 30 <= counts["person"] <= Person.objects.count()
    assert counts["fact"] - counts["person"] == settled_facts()

    for words in (["restore", file], ["person", "add", "new@example.org", "--name", "New Somebody"]):
        said = elsewhere.junto(*words)
        assert said.returncode == 0, said.stderr
    found = json.loads(elsewhere.junto("status", "--json").stdout)
    assert (found["people"], found["threads"], found["posts"]) == (counts["person"] + 1, counts["thread"], counts["post"])
    for path in ("2026/05/pump.png", "Größe 日本.txt"):
        assert (elsewhere.folder / "uploads" / path).read_bytes() == (uploads / path).read_bytes()


def settled_facts():
    """Facts that are about anything but somebody joining."""
    return FactRecord.objects.exclude(kind="PersonJoined").count()


def test_what_is_there_is_not_overwritten_unasked(uploads, tmp_path, ada):
    file = tmp_path / "kept.junto"
    keep(file)
    (uploads / "later.txt").write_text("not kept")
    newcomer = Person.objects.join(name="Newcomer")
    with pytest.raises(BadBackup, match="--replace"):
        restore(file)
    assert set(Person.objects.all()) == {ada, newcomer}
    restore(file, replace=True)
    assert Person.objects.get() == ada
    assert not (uploads / "later.txt").exists()
    assert Person.objects.join(name="Another newcomer").pk > ada.pk


@pytest.mark.parametrize("harm", ["cut", "altered", "empty", "missing"])
def test_a_damaged_backup_changes_nothing(uploads, tmp_path, ada, harm):
    file = tmp_path / "kept.junto"
    keep(file)
    whole = file.read_bytes()
    middle = len(whole) // 2
    {
        "cut": lambda: file.write_bytes(whole[:middle]),
        "altered": lambda: file.write_bytes(whole[:middle] + bytes(40) + whole[middle + 40 :]),
        "empty": lambda: file.write_bytes(b""),
        "missing": file.unlink,
    }[harm]()
    with pytest.raises(BadBackup):
        restore(file, replace=True)
    assert Person.objects.get() == ada
    assert (uploads / "2026" / "05" / "pump.png").exists()


def test_a_backup_is_for_its_owners_eyes_only_and_leaves_nothing_beside_it(uploads, tmp_path, ada):
    folder = tmp_path / "backups"
    folder.mkdir()
    keep(folder / "kept.junto")
    assert [path.name for path in folder.iterdir()] == ["kept.junto"]
    assert (folder / "kept.junto").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["a folder", "nowhere/kept.junto", "a pipe"])
def test_a_backup_takes_the_place_of_nothing_but_a_file(uploads, tmp_path, ada, place):
    (tmp_path / "a folder").mkdir()
    os.mkfifo(tmp_path / "a pipe")
    with pytest.raises((BadBackup, OSError)):
        keep(tmp_path / place)
    assert (tmp_path / "a pipe").is_fifo()
    assert (tmp_path / "a folder").is_dir()


def test_a_backup_of_a_newer_junto_is_refused(uploads, tmp_path, ada, monkeypatch):
    file = tmp_path / "kept.junto"
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('posts', '9999_later', '2030-01-01 00:00')")
    keep(file)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")
    with pytest.raises(BadBackup, match="newer"):
        restore(file, replace=True)
