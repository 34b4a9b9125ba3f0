"""Everything that is kept of somebody is in their file; after they left it is searched for wherever anything is kept, and in a backup."""

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection

from junto.kit.backup import keep, restore
from junto.kit.files.store import store
from junto.kit.privacy import Kept
from junto.people.models import Person
from tests.access.secret import text_of
from tests.life import ADDRESS, NAME, leave, mark, traces

MISTAKEN = re.compile(rb"nmistak|770077", re.I)
"""Of every word of theirs, and of its stem in the index, these letters are left however it is packed; and their number."""
NOT_IN_THE_FILE = {mark("passkey"), mark("error"), mark("upload"), mark("file.jpg")}
"""What a device calls itself, what went wrong, and pieces of a file that never arrived: counted there, not spelled out."""
OF_THE_PROFILE = ["work", "place", "department", "pronouns"]
OF_TEXTS = [
    "draft",
    "drafted",
    "title",
    "opening",
    "reply",
    "edited",
    "deleted",
    "because",
    "noted",
    "hint",
    "henrik",
    "mended",
    "need",
    "offer",
]
MARKS = [mark(what) for what in [*OF_THE_PROFILE, *OF_TEXTS, "sub", "looked", "looking", "browser"]]


@pytest.fixture
def browser(whole_life, signed_in):
    return signed_in(whole_life)


def test_everything_they_left_is_in_their_file(whole_life, browser):
    words = text_of(browser.get("/people/me/file/"))
    assert [one for one in [NAME, ADDRESS, *MARKS] if one not in words] == []
    assert not [one for one in NOT_IN_THE_FILE if one in words]
    with zipfile.ZipFile(io.BytesIO(b"".join(browser.get("/people/me/file/").streaming_content))) as archive:
        names = set(archive.namelist())
    assert {f"{kept.name}.json" for kept in Kept.every()} <= names
    assert any(name.startswith("files/person-picture") for name in names)


def test_every_kind_of_data_has_a_row_of_theirs_before(whole_life):
    """Otherwise the search afterwards would prove nothing about it."""
    missing = [kept.name for kept in Kept.every() if not kept.rows_about(whole_life.pk).exists()]
    assert missing == []


def test_everything_that_was_kept_is_told_on_the_page(whole_life, browser):
    page = browser.get("/people/me/known/").content.decode()
    assert "Could be kept, and is not there" not in page


@pytest.mark.django_db(transaction=True)
def test_afterwards_nothing_of_them_is_found_anywhere_nor_in_a_backup(whole_life, browser, work_done, tmp_path):
    assert places_of(whole_life) >= {"database", "store"}
    leave(whole_life, work_done, "everything", browser)
    assert traces(whole_life.pk) == set()
    assert places_of(whole_life) == set()

    keep(tmp_path / "kept.junto")
    assert found_in_backup(tmp_path / "kept.junto") == []
    Person.objects.join(name="Somebody Later")
    restore(tmp_path / "kept.junto", replace=True)
    assert traces(whole_life.pk) == set()
    assert places_of(whole_life) == set()


@pytest.mark.django_db(transaction=True)
def test_what_an_older_backup_brings_back_can_be_taken_out_again(whole_life, signed_in, work_done, tmp_path):
    keep(tmp_path / "kept.junto")
    assert found_in_backup(tmp_path / "kept.junto") != []
    leave(whole_life, work_done, "everything", signed_in(whole_life))
    restore(tmp_path / "kept.junto", replace=True)
    assert traces(whole_life.pk)
    leave(whole_life, work_done, "everything", signed_in(Person.objects.get(pk=whole_life.pk)))
    assert traces(whole_life.pk) == set()


def places_of(somebody):
    """Where something of theirs stands, as bytes: what lies in free corners of the database file and in its journal counts as well."""
    places = {"store"} if any(MISTAKEN.search(thing.name.encode() + bytes_of(thing.name)) for thing in store().listed()) else set()
    raw = {path.name for path in files_of_the_database() if MISTAKEN.search(path.read_bytes())}
    return places | ({"database"} if raw or traces(somebody.pk) else set())


def bytes_of(name):
    return b"".join(store().read(name))


def files_of_the_database():
    """SQLite: the file, and the journal beside it."""
    if connection.vendor != "sqlite":
        return []
    file = Path(connection.settings_dict["NAME"])
    return [path for path in (file, file.with_name(f"{file.name}-wal")) if path.exists()]


def found_in_backup(path):
    """Parts of a backup that hold something of theirs."""
    found = []
    with zipfile.ZipFile(path) as archive, suppress(StopIteration):
        for name in archive.namelist():
            if MISTAKEN.search(archive.read(name)):
                found.append(name)
    return found
