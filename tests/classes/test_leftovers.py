"""What leaves the house by the back door: letters, log lines, archives, files for oneself."""

import io
import json
import logging
import re
import zipfile

import pytest

from junto.kit.backup import uploads
from junto.kit.backup.archive import BadBackup, Reader, reading
from junto.kit.files.taking_in import take_in
from junto.kit.files.tests.given import picture
from junto.operating.logs.formats import Line
from junto.people.sign_in_links import sign_in_path
from junto.posts.models import Thread
from junto.spaces import inviting
from junto.spaces.models import Invitation, Space
from tests.village import person

BREAKS = "\r\n\u2028\x0b\x85"


def hostile(words: str) -> str:
    return f"{words}\r\nBcc: evil@evil.example\r\n\r\nWARNING forged"


def test_no_name_adds_a_line_to_the_head_of_a_letter(db, mailoutbox, settings, work_done):
    settings.JUNTO_URL, settings.MAIL_WORKS = "https://junto.example.org", True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    host = person(hostile("Cleo"))
    space = Space.objects.start(by=host, name=hostile("Repairs"), purpose=hostile("So that"), visibility="all")
    inviting.invite_addresses(["new@example.org"], space=space, by=host)
    work_done()
    assert [letter.to for letter in mailoutbox] == [["new@example.org"]]
    head = mailoutbox[0].message()
    assert not head["Bcc"]
    assert not set(mailoutbox[0].subject) & set(BREAKS)


@pytest.fixture
def lines(caplog):
    """What stands in the log, as the house writes it."""
    caplog.set_level(logging.DEBUG)
    return lambda: [Line().format(record) for record in caplog.records]


def test_nothing_somebody_sends_begins_a_line_of_its_own_in_the_log(client, db, lines, ada):
    client.raise_request_exception = False
    client.get("/nowhere/%0d%0aERROR%20forged%1b[2J/")
    client.get("/threads/1/", headers={"host": "evil\r\nERROR forged"})
    client.post("/account/login/", {"login": hostile(ada.email), "password": hostile("x")})
    client.post("/account/passkeys/sign-in/", {"credential": json.dumps({"id": hostile("x")})})
    client.get("/account/providers/work%0aERROR%20forged/callback/?error=%0aERROR%20forged")
    assert lines()
    assert [line for line in lines() if set(line) & set(BREAKS + "\n\x1b")] == []


def test_no_line_of_the_log_lets_its_reader_in_or_says_who_it_was(client, lines, cleo, ada, repairs):
    _, token = Invitation.objects.by_link(by=cleo, space=repairs)
    key = sign_in_path(ada)
    assert client.post(f"/invitations/{token}/", {"name": "", "email": "x", "password": "y"}).status_code == 422
    client.post(key.rstrip("/") + "x/", {"password1": "y"})
    for guess in range(6):
        client.post("/account/login/", {"login": ada.email, "password": f"guess number {guess}"})
    said = "\n".join(lines())
    assert said.count("a sign-in that failed at account_login") == 5
    assert "too many tries at account_login" in said
    secrets = (token, key.strip("/").rpartition("-")[2], ada.email, ada.name, "guess", "127.0.0.1")
    assert [secret for secret in secrets if secret in said] == []


@pytest.mark.parametrize("name", ["uploads/../../outside", "uploads//etc/outside", "uploads/..\\..\\outside", "../outside", "/outside"])
def test_a_backup_with_names_that_lead_elsewhere_is_refused_whole(name, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "house" / "uploads"
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(name, b"x")
        sum_ = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        file.writestr("manifest.json", json.dumps({"format": 1, "parts": {name: {"sha256": sum_, "bytes": 1}}}))
    with pytest.raises(BadBackup), reading(path) as archive, uploads.restoring(archive):
        pass
    assert [found.name for found in tmp_path.rglob("*") if "outside" in found.name] == []
    assert isinstance(archive_of(path), Reader)


def archive_of(path) -> Reader:
    """The archive is one that can be opened: it is refused for its names."""
    return Reader(zipfile.ZipFile(path))


def test_a_file_of_ones_own_holds_no_name_that_leads_elsewhere(signed_in, ada, repairs, work_done):
    ada.change_profile(name="../../etc/passwd", place="..\\..\\x")
    Thread.objects.open(repairs, by=ada, title="../../../../tmp/evil", source="/etc/passwd")
    take_in(io.BytesIO(picture()), use="person-picture", number=ada.pk, by=ada.pk)
    work_done()
    answer = signed_in(ada).get("/people/me/file/")
    names = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()
    assert any("/" in name for name in names)
    assert [name for name in names if not re.fullmatch(r"[\w-]+(/[\w-]+)?(\.\w+)?", name, re.ASCII)] == []
    assert answer.headers["Content-Disposition"].isascii()


def test_an_invitation_is_as_good_as_it_says_and_no_better(signed_in, client, cleo, repairs, attic, dana):
    """A link for one space opens no other, gives no other part, and no field of its form says otherwise."""
    _, token = Invitation.objects.by_link(by=cleo, space=repairs)
    asked = {"space": attic.slug, "space_id": attic.pk, "role": "host", "is_owner": "on", "invitation": "1"}
    client.post(f"/invitations/{token}/", {"name": "New", "email": "new@example.org", "password": "four lamps in a row", **asked})
    newcomer = type(dana).objects.by_email("new@example.org")
    assert [(membership.space, membership.role) for membership in newcomer.memberships.all()] == [(repairs, "member")]
    assert not newcomer.is_owner
