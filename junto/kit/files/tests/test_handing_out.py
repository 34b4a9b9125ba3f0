"""A file is handed out to whoever may see what it hangs on now; for others it does not exist."""

import io

import pytest
from django.test import Client

from junto.kit.files.names import folder_of
from junto.kit.files.store import store
from junto.kit.files.taking_in import take_in
from junto.kit.files.tests.given import drawing, picture, sent
from junto.kit.models import File
from junto.spaces.models import Membership


@pytest.fixture
def face(ada, work_done):
    """Where Ada's picture is."""
    take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)
    work_done()
    ada.refresh_from_db()
    return ada.face


@pytest.fixture
def secret_face(attic, cleo, work_done):
    """Where the picture of the hidden space is."""
    take_in(io.BytesIO(picture()), use="space-picture", number=attic.pk, by=cleo.pk)
    work_done()
    attic.refresh_from_db()
    return attic.face


def test_it_comes_with_what_keeps_it_harmless(face, signed_in, ben):
    answer = signed_in(ben).get(face)
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert answer.headers["Content-Disposition"] == 'inline; filename="picture.webp"'
    assert answer.headers["Cache-Control"] == "private, max-age=3600"
    assert "Cookie" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.getvalue())


def test_a_drawing_comes_as_a_drawing_in_which_nothing_runs(signed_in, ada, work_done):
    browser = signed_in(ada)
    content = drawing('<script>alert(1)</script><path d="M0 0h9v9z"/>')
    browser.post("/people/me/picture/", {"picture": sent(content), "focus": "middle"})
    work_done()
    ada.refresh_from_db()
    answer = browser.get(ada.face)
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert b"script" not in answer.getvalue()


def test_what_a_browser_has_it_is_not_sent_again(face, signed_in, ben):
    browser = signed_in(ben)
    mark = browser.get(face).headers["ETag"]
    again = browser.get(face, headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == mark


RANGES = {
    "bytes=0-9": (206, slice(0, 10)),
    "bytes=10-": (206, slice(10, None)),
    "bytes=-7": (206, slice(-7, None)),
    "bytes=0-99999999": (200, slice(None)),
    "bytes=99999999-": (416, slice(0)),
    "bytes=-0": (416, slice(0)),
    "bytes=5-2": (416, slice(0)),
    "bytes=0-3,7-9": (200, slice(None)),
    "lines=0-9": (200, slice(None)),
    "bytes=-": (200, slice(None)),
    f"bytes={'9' * 50}-": (416, slice(0)),
}


@pytest.mark.parametrize("asked", RANGES)
def test_a_part_of_it_may_be_asked_for(face, signed_in, ben, asked):
    browser = signed_in(ben)
    whole = browser.get(face).getvalue()
    status, part = RANGES[asked]
    answer = browser.get(face, headers={"range": asked})
    assert (answer.status_code, answer.getvalue()) == (status, whole[part])
    start, end, _ = part.indices(len(whole))
    places = {200: None, 206: f"bytes {start}-{end - 1}/{len(whole)}", 416: f"bytes */{len(whole)}"}
    assert answer.headers.get("Content-Range") == places[status]


def test_a_part_of_it_may_be_asked_for_when_it_is_in_a_bucket(bucket, face, signed_in, ben):
    browser = signed_in(ben)
    whole = browser.get(face).getvalue()
    for asked in ("bytes=5-9", "bytes=10-", "bytes=-7", "bytes=0-"):
        status, part = {**RANGES, "bytes=5-9": (206, slice(5, 10)), "bytes=0-": (200, slice(None))}[asked]
        answer = browser.get(face, headers={"range": asked})
        assert (answer.status_code, answer.getvalue()) == (status, whole[part])


def test_what_the_store_has_lost_is_not_there(face, signed_in, ben):
    store().clear(folder_of(File.objects.get().key))
    assert signed_in(ben).get(face).status_code == 404


def test_a_part_of_something_else_is_not_mixed_in(face, signed_in, ben):
    browser = signed_in(ben)
    assert browser.get(face, headers={"range": "bytes=0-9", "if-range": '"another"'}).status_code == 200


def test_a_stranger_signs_in_first(face):
    assert Client().get(face).status_code == 302


@pytest.mark.parametrize("size", ["65", "raw", "0", "../64", "whole/../../..", "64%2f..", "WHOLE"])
def test_there_are_no_other_sizes(face, signed_in, ada, size):
    assert signed_in(ada).get(face.replace("/64/", f"/{size}/")).status_code == 404


def test_the_picture_of_a_hidden_space_is_for_its_members(secret_face, signed_in, ada, eve, olga, ben):
    assert signed_in(ada).get(secret_face).status_code == 200
    for somebody in (eve, olga, ben):
        assert signed_in(somebody).get(secret_face).status_code == 404


def test_whoever_left_a_hidden_space_sees_its_picture_no_longer(secret_face, signed_in, ada, attic):
    browser = signed_in(ada)
    mark = browser.get(secret_face).headers["ETag"]
    Membership.objects.get(space=attic, person=ada).end(by=ada)
    assert browser.get(secret_face, headers={"if-none-match": mark}).status_code == 404


def test_a_space_that_is_hidden_hides_its_picture(repairs, cleo, signed_in, eve, work_done):
    take_in(io.BytesIO(picture()), use="space-picture", number=repairs.pk, by=cleo.pk)
    work_done()
    repairs.refresh_from_db()
    browser = signed_in(eve)
    assert browser.get(repairs.face).status_code == 200
    repairs.change(by=cleo, visibility="hidden")
    assert browser.get(repairs.face).status_code == 404


def test_the_picture_of_somebody_whose_account_was_ended_is_for_owners(face, signed_in, ada, ben, olga):
    ada.deactivate(by=olga)
    assert signed_in(ben).get(face).status_code == 404
    assert signed_in(olga).get(face).status_code == 200
    assert ada.face == ""


def test_what_is_being_made_ready_is_nowhere_yet(signed_in, ada):
    signed_in(ada).post("/people/me/picture/", {"picture": sent(picture()), "focus": "middle"})
    file = File.objects.get()
    assert (file.state, ada.face) == ("waiting", "")
    assert signed_in(ada).get(f"/files/{file.key}/whole/").status_code == 404


@pytest.mark.parametrize("who", ["ada", "ben", "eve", "olga"])
def test_only_hosts_give_a_space_its_picture(who, request, repairs, signed_in):
    somebody = request.getfixturevalue(who)
    answer = signed_in(somebody).post("/spaces/repairs/picture/", {"picture": sent(picture()), "focus": "middle"})
    assert answer.status_code == 403
    assert not File.objects.exists()


def test_whoever_gives_a_hidden_space_a_picture_from_outside_learns_nothing(attic, signed_in, eve):
    assert signed_in(eve).post("/spaces/attic/picture/", {"picture": sent(picture()), "focus": "middle"}).status_code == 404
