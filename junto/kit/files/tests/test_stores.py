"""A folder and a bucket keep the same promises; a backup goes out of either into either."""

import io
from datetime import timedelta

import pytest
from django.db import connection

from junto.config import env
from junto.kit.backup import keep, restore
from junto.kit.backup.keep import DATABASES
from junto.kit.clock import now
from junto.kit.files.refusals import Refused
from junto.kit.files.store import store
from junto.kit.files.taking_in import take_in
from junto.kit.files.tests.given import picture


def listed() -> set[str]:
    return {thing.name for thing in store().listed()}


def put(name: str, content: bytes) -> None:
    store().put(name, io.BytesIO(content))


def read(name: str, *part: int) -> bytes:
    return b"".join(store().read(name, *part))


def test_what_was_put_is_read_in_whole_and_in_part(either_store):
    content = bytes(range(256)) * 1000
    put("ab/key/64", content)
    assert read("ab/key/64") == content
    assert read("ab/key/64", 300, 10) == content[300:310]
    assert read("ab/key/64", 255_000) == content[255_000:]


def test_put_again_it_takes_the_place_of_the_first(either_store):
    put("ab/key/64", b"first")
    put("ab/key/64", b"second")
    assert read("ab/key/64") == b"second"
    assert listed() == {"ab/key/64"}


def test_what_is_not_there_is_said_at_once(either_store):
    with pytest.raises(FileNotFoundError):
        either_store.read("ab/key/64")


def test_one_thing_or_a_whole_folder_goes_and_twice_does_no_harm(either_store):
    for name in ("ab/key/64", "ab/key/192", "ab/key2/64", "cd/key/64"):
        put(name, b"x")
    for _ in range(2):
        either_store.delete("cd/key/64")
        either_store.clear("ab/key")
        assert listed() == {"ab/key2/64"}


def test_it_is_known_since_when_something_is_there(either_store):
    put("ab/key/64", b"x")
    [thing] = either_store.listed()
    assert abs(now() - thing.at) < timedelta(minutes=1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("into", ["folder", "bucket"])
def test_a_backup_brings_files_into_either(ada, work_done, tmp_path, request, settings, into):
    take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)
    work_done()
    before = {name: read(name) for name in listed()}
    assert len(before) == 3
    keep(tmp_path / "kept.junto")
    settings.MEDIA_ROOT = tmp_path / "elsewhere"
    if into == "bucket":
        request.getfixturevalue("bucket")
    put("ab/later/64", b"not kept")
    restore(tmp_path / "kept.junto", replace=True)
    assert {name: read(name) for name in listed()} == before


@pytest.mark.django_db(transaction=True)
def test_a_restore_that_fails_leaves_the_files_as_they_were(bucket, ada, tmp_path, monkeypatch):
    put("ab/old/64", b"kept")
    keep(tmp_path / "kept.junto")
    bucket.clear("ab/old")
    put("ab/new/64", b"newer")
    monkeypatch.delitem(DATABASES, connection.vendor)
    with pytest.raises(KeyError):
        restore(tmp_path / "kept.junto", replace=True)
    assert listed() == {"ab/new/64"}


def test_when_the_bucket_is_away_nothing_is_kept_and_one_is_told(bucket, settings, ada, db):
    settings.STORAGE = {**settings.STORAGE, "bucket": "there-is-none"}
    with pytest.raises(Refused, match="try again"):
        take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)


def test_the_address_of_a_bucket_is_taken_apart(monkeypatch):
    monkeypatch.setenv("STORAGE_URL", "s3://key:p%40ss%2Fword@s3.example.org:9000/uploads/junto/house?region=eu-west-1&tls=no")
    assert env.storage() == {
        "endpoint": "http://s3.example.org:9000",
        "key": "key",
        "secret": "p@ss/word",
        "bucket": "uploads",
        "prefix": "junto/house",
        "region": "eu-west-1",
    }
    monkeypatch.delenv("STORAGE_URL")
    assert env.storage() == {}
