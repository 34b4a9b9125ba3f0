"""A file comes in pieces, and goes on where it stopped: after a lost connection, a closed tab, another browser."""

import io
from datetime import timedelta

import pytest
import time_machine

from junto.kit.clock import now
from junto.kit.files import sweeping
from junto.kit.files.limits import MOST_BEGUN, PIECE
from junto.kit.files.refusals import Refused
from junto.kit.files.taking_in import begin, take_in
from junto.kit.files.tests.given import picture
from junto.kit.models import File, Upload

NOISE = picture("PNG", (400, 400)) + bytes(range(256)) * 3000
"""A picture of more than two pieces."""


class Sender:
    """Sends pieces as the script of the page does."""

    def __init__(self, browser, content=NOISE):
        self.browser, self.content = browser, content

    def begin(self):
        return self.browser.post("/files/uploads/", {"mark": f"{len(self.content)}-1", "size": len(self.content)})

    def piece(self, key, start, length=PIECE):
        content = self.content[start : start + length]
        place = f"bytes {start}-{start + len(content) - 1}/{len(self.content)}"
        return self.browser.post(f"/files/uploads/{key}/", content, "application/octet-stream", headers={"content-range": place})

    def send(self, until=None):
        state = self.begin().json()
        while state["arrived"] < (until or len(self.content)):
            state = self.piece(state["key"], state["arrived"]).json()
        return state["key"]

    def hand_over(self, key):
        return self.browser.post("/people/me/picture/", {"upload": key, "focus": "middle"})


@pytest.fixture
def sender(signed_in, ada):
    return Sender(signed_in(ada))


def test_what_came_in_pieces_is_one_file(sender, ada, work_done, either_store):
    answer = sender.hand_over(sender.send())
    assert (answer.status_code, answer.url) == (302, "/people/me/picture/")
    assert not Upload.objects.exists()
    work_done()
    ada.refresh_from_db()
    assert {thing.name.rpartition("/")[2] for thing in either_store.listed()} == {"64", "192", "whole"}
    assert sender.browser.get(ada.face).status_code == 200


def test_the_same_file_goes_on_where_it_stopped(sender, signed_in, ada):
    key = sender.send(until=PIECE)
    again = Sender(signed_in(ada)).begin().json()
    assert (again["key"], again["arrived"]) == (key, PIECE)
    assert "stopped at" in sender.browser.get("/people/me/picture/").content.decode()


@pytest.mark.parametrize(("start", "length"), [(0, PIECE), (PIECE, 10), (2 * PIECE, PIECE), (PIECE, PIECE + 1), (10**12, 5)])
def test_a_piece_that_is_not_the_next_one_is_not_kept(sender, start, length):
    key = sender.send(until=PIECE)
    answer = sender.piece(key, start, length)
    assert (answer.status_code, answer.json()["arrived"]) == (409, PIECE)
    assert Upload.objects.get().arrived == PIECE


def test_a_piece_without_its_place_is_not_kept(sender):
    key = sender.begin().json()["key"]
    for headers in ({}, {"content-range": "words"}, {"content-range": "bytes */5"}, {"content-range": f"bytes {'9' * 40}-1/2"}):
        assert sender.browser.post(f"/files/uploads/{key}/", b"x", "application/octet-stream", headers=headers).status_code == 409


def test_what_is_not_whole_cannot_be_handed_over(sender):
    page = sender.hand_over(sender.send(until=PIECE))
    assert page.status_code == 422
    assert "not here any more" in page.content.decode()


@pytest.mark.parametrize("key", ["0" * 32, "no-key", "../../etc/passwd", ""])
def test_a_made_up_key_is_nothing(sender, key):
    assert sender.hand_over(key).status_code == 422


def test_nobody_else_may_look_go_on_hand_over_or_give_up(sender, signed_in, ben):
    key, other = sender.send(), Sender(signed_in(ben))
    assert other.browser.get(f"/files/uploads/{key}/").status_code == 404
    assert other.piece(key, 0).status_code == 404
    assert other.browser.delete(f"/files/uploads/{key}/").status_code == 404
    assert other.hand_over(key).status_code == 422
    assert other.begin().json()["arrived"] == 0
    assert sender.hand_over(key).status_code == 302


def test_given_up_it_is_gone(sender, work_done, either_store):
    key = sender.send(until=PIECE)
    sender.browser.post(f"/files/uploads/{key}/", {"_method": "DELETE"})
    work_done()
    assert not Upload.objects.exists()
    assert list(either_store.listed()) == []
    assert sender.piece(key, PIECE).status_code == 404


def test_what_nobody_finishes_is_swept_out_after_a_day(sender, work_done, either_store):
    sender.send(until=PIECE)
    with time_machine.travel(now() + timedelta(hours=23)):
        sweeping.sweep_rows()
        assert Upload.objects.exists()
    with time_machine.travel(now() + timedelta(hours=25)):
        sweeping.sweep_rows()
        work_done()
    assert not Upload.objects.exists()
    assert list(either_store.listed()) == []


def test_one_person_begins_only_so_many(db, ada):
    first = begin("first", 10, by=ada.pk)
    for number in range(MOST_BEGUN):
        begin(f"another {number}", 10, by=ada.pk)
    assert Upload.objects.count() == MOST_BEGUN
    assert not Upload.objects.filter(pk=first.pk).exists()


@pytest.mark.parametrize("size", [0, 10_000_001, "words", "-5", "9" * 30])
def test_a_size_nothing_may_have_is_refused_at_once(sender, size):
    answer = sender.browser.post("/files/uploads/", {"mark": "x", "size": size})
    assert answer.status_code == 422
    assert answer.json()["trouble"]


def test_there_is_room_for_so_much_of_one_person_and_another_has_their_own(settings, db, ada, ben, work_done):
    settings.FILES_MB = 1
    begin("first", 900_000, by=ada.pk)
    with pytest.raises(Refused, match="no room"):
        begin("second", 200_000, by=ada.pk)
    assert begin("second", 200_000, by=ben.pk)
    File.objects.create(key="f" * 32, use="person-picture", number=ada.pk, by_id=ada.pk, size=999_950)
    with pytest.raises(Refused, match="no room"):
        take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)


def test_nobody_keeps_the_worker_busy_for_the_others(db, ada, ben, monkeypatch):
    monkeypatch.setattr("junto.kit.files.taking_in.MOST_AN_HOUR", 2)
    for _ in range(2):
        take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)
    with pytest.raises(Refused, match="later"):
        take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)
    take_in(io.BytesIO(picture()), use="person-picture", number=ben.pk, by=ben.pk)


def test_without_script_the_form_carries_the_file(signed_in, ada, work_done):
    browser = signed_in(ada)
    page = browser.get("/people/me/picture/").content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert "Choose a picture first." in browser.post("/people/me/picture/", {"focus": "middle"}).content.decode()
