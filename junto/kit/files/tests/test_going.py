"""What was replaced or taken out is really gone; what somebody still sees is never taken away; nothing is left behind."""

import io
import json
import os
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from junto.kit.clock import now
from junto.kit.files import forgetting, preparing, sweeping
from junto.kit.files.names import folder_of
from junto.kit.files.store import store
from junto.kit.files.taking_in import take_in, take_out
from junto.kit.files.tests.given import from_a_phone, halves, picture
from junto.kit.models import File, Work
from junto.people.models import Person
from junto.spaces.models import Space

USE = "person-picture"


def give(person, content=None):
    take_in(io.BytesIO(content or picture()), use=USE, number=person.pk, by=person.pk)


def names() -> set[str]:
    return {thing.name for thing in store().listed()}


def names_of(key: str) -> set[str]:
    return {f"{folder_of(key)}/{part}" for part in ("64", "192", "whole")}


@pytest.fixture
def shown(ada, work_done):
    """Ada has a picture."""
    give(ada)
    work_done()
    ada.refresh_from_db()
    return ada.picture


def test_what_was_sent_goes_when_it_is_ready(ada, shown, either_store):
    give(ada, from_a_phone())
    assert any(name.endswith("/raw") for name in names())


def test_nothing_is_kept_but_what_is_shown(ada, work_done, either_store):
    give(ada, from_a_phone())
    work_done()
    ada.refresh_from_db()
    assert names() == names_of(ada.picture)
    assert not any(b"Phonemaker" in b"".join(either_store.read(name)) for name in names())


def test_another_picture_takes_the_place_of_the_first(ada, work_done, either_store):
    give(ada)
    work_done()
    ada.refresh_from_db()
    first = ada.picture
    give(ada, halves())
    ada.refresh_from_db()
    assert ada.picture == first
    work_done()
    ada.refresh_from_db()
    assert ada.picture not in ("", first)
    assert names() == names_of(ada.picture)
    assert File.objects.get().key == ada.picture


def test_taken_out_it_is_gone(ada, work_done, signed_in, either_store):
    give(ada)
    work_done()
    ada.refresh_from_db()
    browser = signed_in(ada)
    browser.post("/people/me/picture/", {"_method": "DELETE"})
    assert browser.get(ada.face).status_code == 404
    work_done()
    assert names() == set()
    assert not File.objects.exists()


def test_an_owner_takes_out_what_should_not_be_there(ada, shown, olga, ben, signed_in, work_done):
    address = f"/people/{ada.pk}/picture/"
    assert address in signed_in(olga).get(f"/people/{ada.pk}/account/").content.decode()
    assert address not in signed_in(ben).get(f"/people/{ada.pk}/").content.decode()
    signed_in(olga).post(address, {"_method": "DELETE"})
    work_done()
    ada.refresh_from_db()
    assert (ada.picture, names()) == ("", set())
    assert address not in signed_in(olga).get(f"/people/{ada.pk}/account/").content.decode()


def test_of_two_that_are_sent_at_once_the_later_is_shown(ada, work_done):
    give(ada)
    give(ada, halves())
    assert File.objects.get().lengths == {}
    last = File.objects.get().key
    work_done()
    ada.refresh_from_db()
    assert ada.picture == last
    assert names() == names_of(last)


def test_what_is_taken_back_took_nothing_away(ada, shown, work_done):
    with transaction.atomic():
        take_out(USE, ada.pk, by=ada.pk)
        transaction.set_rollback(True)
    work_done()
    ada.refresh_from_db()
    assert ada.picture == shown
    assert names() == names_of(shown)


def test_killed_before_the_bytes_went_they_go_afterwards(ada, shown, work_done, monkeypatch):
    with monkeypatch.context() as stopped:
        stopped.setattr(store().__class__, "clear", lambda *given: (_ for _ in ()).throw(OSError("killed")))
        take_out(USE, ada.pk, by=ada.pk)
        work_done()
        assert names() == names_of(shown)
    Work.objects.filter(listener="kit.files.forgetting.forget_folder").revive()
    work_done()
    assert names() == set()


def test_killed_while_it_is_made_ready_it_is_made_ready_afterwards(ada, shown, work_done, monkeypatch):
    give(ada, halves())
    with monkeypatch.context() as stopped:
        stopped.setattr(File, "become_ready", lambda *given: 1 / 0)
        work_done()
        ada.refresh_from_db()
        assert ada.picture == shown
    Work.objects.filter(listener="kit.files.preparing.prepare").revive()
    work_done()
    ada.refresh_from_db()
    assert ada.picture != shown
    assert names() == names_of(ada.picture)


def test_made_ready_twice_it_is_the_same(ada, shown, work_done):
    preparing.prepare(File.objects.get().pk)
    work_done()
    ada.refresh_from_db()
    assert ada.picture == shown
    assert names() == names_of(shown)


def test_taken_out_while_it_is_made_ready_it_does_not_come_back(ada, work_done, monkeypatch):
    give(ada)
    become_ready = File.become_ready

    def taken_out_first(file, *given):
        take_out(USE, ada.pk, by=ada.pk)
        become_ready(file, *given)

    monkeypatch.setattr(File, "become_ready", taken_out_first)
    work_done()
    ada.refresh_from_db()
    assert ada.picture == ""
    assert names() == set()


def test_bytes_without_a_row_are_swept_out_after_a_day(ada, shown, either_store):
    lost = ("ab/" + "ab" * 16 + "/raw", "begun/" + "cd" * 16 + "/0")
    for name in lost:
        either_store.put(name, io.BytesIO(b"killed in between"))
    sweeping.sweep_store()
    assert set(lost) <= names()
    with time_machine.travel(now() + timedelta(hours=25)):
        sweeping.sweep_store()
    assert not set(lost) & names()


def test_what_is_shown_is_never_swept_out(ada, shown, work_done):
    with time_machine.travel(now() + timedelta(days=400)):
        sweeping.sweep_rows()
        sweeping.sweep_store()
        work_done()
    assert names() == names_of(shown)


def test_what_was_not_put_there_by_this_door_is_left_alone(db, folder):
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with time_machine.travel(now() + timedelta(days=400)):
        sweeping.sweep_store()
    assert names() == {"notes.txt"}


def test_a_file_that_nothing_shows_any_more_is_swept_out(ada, shown, work_done):
    Person.objects.filter(pk=ada.pk).update(picture="")
    sweeping.sweep_rows()
    work_done()
    assert names() == set()
    assert not File.objects.exists()


def test_what_was_begun_to_be_written_is_swept_out(db, folder):
    coming = folder / ".coming"
    coming.mkdir(parents=True)
    (coming / "half").write_bytes(b"x")
    os.utime(coming / "half", (0, 0))
    sweeping.sweep_store()
    assert list(coming.iterdir()) == []
    assert names() == set()


def test_the_folder_and_all_in_it_are_for_our_account_alone(ada, shown, folder):
    assert all(path.stat().st_mode & 0o077 == 0 for path in (folder, *folder.rglob("*")))


def test_a_name_cannot_lead_out_of_the_folder(db, folder):
    for name in ("../secret", "/etc/passwd", "ab/../../x", "."):
        for act in (lambda name: store().read(name), lambda name: store().put(name, io.BytesIO(b"x")), forgetting.forget_folder):
            with pytest.raises(ValueError, match="outside"):
                act(name)


@pytest.mark.parametrize("texts", ["keep", "everything"])
def test_whoever_leaves_leaves_no_picture(ada, shown, repairs, olga, work_done, texts):
    from junto.people.leaving import leave_for_good

    take_in(io.BytesIO(halves()), use="space-picture", number=repairs.pk, by=ada.pk)
    work_done()
    leave_for_good(ada, by=olga, keep_texts=texts == "keep")
    work_done()
    repairs.refresh_from_db()
    assert names() == (names_of(repairs.picture) if texts == "keep" else set())
    assert bool(repairs.picture) is (texts == "keep")
    assert not File.objects.filter(by_id=ada.pk).exists()


def test_ones_own_file_holds_ones_pictures(ada, shown, signed_in, either_store):
    give(ada)
    preparing.prepare(File.objects.latest("pk").pk)
    answer = signed_in(ada).get("/people/me/file/")
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as file:
        [name] = [name for name in file.namelist() if name.startswith("files/")]
        assert file.read(name)[8:12] == b"WEBP"
        [told] = json.loads(file.read("files.json"))
    assert told["use"] == USE
    assert "Pictures and files you gave" in signed_in(ada).get("/people/me/known/").content.decode()


def test_a_space_shows_what_it_was_given(repairs, cleo, work_done):
    take_in(io.BytesIO(picture()), use="space-picture", number=repairs.pk, by=cleo.pk)
    work_done()
    assert Space.objects.get(pk=repairs.pk).face.endswith("/64/")
