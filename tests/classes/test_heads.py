"""What stands in the head of a request decides nothing it should not, and every answer of the running house is marked for browsers."""

import http.client
import re
from urllib.parse import urlencode

import pytest

from tests.server import session_of

EVIL = "evil.example"
DOORS = ("/", "/account/login/", "/inbox/", "/nowhere/", "/stream?topics=thread:1", f"/files/{'0' * 32}/64/", "/static/design/junto.css")
POSING = {
    "another host": f"Host: {EVIL}",
    "two hosts": f"Host: junto.example.org\r\nHost: {EVIL}",
    "a host with a tail": f"Host: junto.example.org:80@{EVIL}",
    "a forwarded host": f"Host: junto.example.org\r\nX-Forwarded-Host: {EVIL}\r\nForwarded: host={EVIL}\r\nX-Host: {EVIL}",
    "another address within": f"Host: junto.example.org\r\nX-Original-URL: /people/all/\r\nX-Rewrite-URL: //{EVIL}/",
    "a name somebody gives themselves": "Host: junto.example.org\r\nX-Remote-User: olga@example.org\r\nRemote-User: 1\r\nX-User-Id: 1",
}
MARKS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture
def named(settings):
    """A house whose operator gave it a name."""
    settings.JUNTO_URL, settings.ALLOWED_HOSTS = "https://junto.example.org", ["junto.example.org", "localhost"]


def ask(house, head: str) -> bytes:
    """Everything that comes back until the house ends the connection."""
    with house.connect() as connection:
        connection.sendall(head.encode())
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_no_head_makes_the_house_speak_for_another_or_let_anybody_in(named, house, olga):
    for why, lines in POSING.items():
        for door in DOORS:
            said = ask(house, f"GET {door} HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n")
            assert EVIL.encode() not in said, (why, door)
            assert said.startswith((b"HTTP/1.1 302", b"HTTP/1.1 40", b"HTTP/1.1 200")), (why, door, said[:80])
            assert olga.name.encode() not in said, (why, door)
        refused = "host" in why and "forwarded" not in why
        assert not refused or ask(house, f"GET / HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 400"), why


def test_a_letter_for_a_new_password_leads_nowhere_else_whatever_the_head_says(named, client, ada, mailoutbox, work_done, settings):
    settings.MAIL_WORKS = True
    for name, value in (("host", "junto.example.org"), ("x-forwarded-host", EVIL), ("forwarded", f"host={EVIL}")):
        client.post("/account/password/reset/", {"email": ada.email}, headers={"host": "junto.example.org", name: value})
    work_done()
    assert mailoutbox
    assert {address.partition("/account/")[0] for letter in mailoutbox for address in re.findall(r"https?://\S+", letter.body)} == {
        "https://junto.example.org"
    }


def test_every_kind_of_answer_tells_browsers_what_they_may_do_with_it(house, ada, question):
    paths = [
        *DOORS,
        f"/threads/{question.pk}/",
        f"/threads/{question.pk}",
        "/topics/suggestions/?q=pu",
        "/people/all/",
        "/search/finds/?words=pump",
    ]
    for path in (path for path in paths if not path.startswith("/stream")):
        answer = house.get(path, as_=ada)
        marks = {name.lower(): value for name, value in answer.headers.items()}
        assert {name: marks.get(name) for name in MARKS} == MARKS, path
        assert "frame-ancestors 'none'" in marks["content-security-policy"], path
        assert "server" not in marks, path
        assert not answer.body or "charset=" in marks["content-type"] or not marks["content-type"].startswith("text/"), path


@pytest.mark.parametrize(
    "framing",
    [
        "Content-Length: 44\r\nTransfer-Encoding: chunked",
        "Content-Length: 5\r\nContent-Length: 44",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Content-Length: +44",
    ],
)
def test_no_second_request_travels_hidden_in_the_first(house, framing):
    """A proxy in front and the house must not differ about where a request ends."""
    hidden = "0\r\n\r\nGET /account/password/reset/done/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    said = ask(house, f"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{framing}\r\n\r\n{hidden}")
    assert said.count(b"HTTP/1.1 ") == 1
    assert b"HTTP/1.1 200" not in said


def test_what_a_form_calls_its_draft_cannot_break_the_head_of_the_answer(house, ada, question):
    session = session_of(ada)
    for key in ("ключ", "a\r\nSet-Cookie: junto=evil", 'x"; Domain=evil.example'):
        connection = http.client.HTTPConnection(house.host, house.port, timeout=20)
        connection.request("GET", "/account/logout/", headers={"Cookie": f"junto={session}"})
        page = connection.getresponse()
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.read().decode())[1]
        cookie = page.headers["Set-Cookie"].partition(";")[0]
        body = urlencode({"csrfmiddlewaretoken": token, "draft_key": key})
        head = {"Cookie": f"junto={session}; {cookie}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", f"/threads/{question.pk}/watch/", body=body, headers=head)
        answer = connection.getresponse()
        assert answer.status == 302
        assert "evil" not in str(answer.headers)
        connection.close()


@pytest.mark.parametrize("address", ["http://[evil", "http://testserver//evil.example/", "http://testserver/\\evil.example/", "\x85"])
def test_where_somebody_says_they_come_from_is_only_a_path_of_the_house(client, db, address):
    page = client.post("/people/me/", {"what_i_do": "Pumps"}, headers={"referer": address, "host": "testserver"})
    assert page.status_code == 401
    assert not re.search(r"next=(//|/?\\|%2F%2F|/%5C|%2F%5C)", page.content.decode())


def test_the_cookies_that_let_somebody_in_are_out_of_reach_of_scripts_and_of_other_sites(client, ada):
    client.post("/account/login/", {"login": ada.email, "password": "a lamp in the window"})
    session, forms = client.cookies["junto"], client.cookies["csrftoken"]
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["domain"] for cookie in (session, forms))


def test_what_a_browser_was_given_before_is_worth_nothing_after_signing_in(client, ada):
    """Somebody could have put it there (session fixation)."""
    client.get("/account/login/?next=/inbox/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["junto"] = planted
    client.post("/account/login/", {"login": ada.email, "password": "a lamp in the window"})
    assert client.cookies["junto"].value != planted
    client.cookies["junto"] = planted
    assert client.get("/inbox/").status_code == 302
