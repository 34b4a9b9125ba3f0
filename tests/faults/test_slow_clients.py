"""Those who send or read slowly, or keep many tabs open, stop nobody: a thread works only while Django works."""

import contextlib
import socket

import pytest

from junto.config.serving.front import Front
from junto.config.serving.protocol import PatientProtocol
from tests.server import session_of

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 12
PAGE = "/account/login/"
HALF_A_BODY = b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\nhalf"
HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: "


@pytest.fixture
def clients(house):
    """Opens connections that say something and then wait; all are closed at the end."""
    with contextlib.ExitStack() as open_ones:

        def saying(words, times=MANY):
            found = [open_ones.enter_context(house.connect()) for _ in range(times)]
            for connection in found:
                connection.sendall(words)
            return found

        yield saying


def stream_request(session, topic):
    return f"GET /stream?topics={topic} HTTP/1.1\r\nHost: localhost\r\nCookie: junto={session}\r\n\r\n".encode()


def read_until(connection, words):
    """Reads until these words have come; the connection's own deadline ends a wait in vain."""
    said = b""
    while words not in said:
        more = connection.recv(65_536)
        assert more, f"the connection ended after {said[-200:]!r}"
        said += more
    return said


def test_half_sent_bodies_and_heads_stop_nobody(house, clients):
    clients(HALF_A_BODY)
    clients(HALF_A_HEAD)
    clients(b"")
    assert house.get(PAGE).status == 200


def test_readers_who_never_read_stop_nobody(house, clients):
    clients(f"GET {PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 50)
    assert house.get(PAGE).status == 200


def test_many_open_tabs_stop_nobody_and_all_hear(house, clients, ada, ben, question):
    tabs = clients(stream_request(session_of(ada), f"thread:{question.pk}"))
    for tab in tabs:
        read_until(tab, b"retry:")
    assert house.get(PAGE).status == 200
    question.reply(by=ben, source="It is the check valve.")
    for tab in tabs:
        said = read_until(tab, b"event: fact")
        assert b"check valve" not in said


def test_a_body_that_does_not_arrive_in_time_is_answered_and_let_go(house, clients, monkeypatch):
    monkeypatch.setattr(Front, "BODY_SECONDS", 0.2)
    [client] = clients(HALF_A_BODY, times=1)
    said = everything(client)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert said.endswith(b"send it again.")


def test_a_body_that_is_too_large_is_refused_in_the_language_of_the_reader(house, clients):
    size = Front.BODY_BYTES + 1
    head = f"POST {PAGE} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n".encode()
    [client] = clients(head + b"x" * size, times=1)
    said = everything(client)
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"x-content-type-options: nosniff" in said


def test_a_head_that_never_ends_is_refused(house, clients):
    [client] = clients(HALF_A_HEAD, times=1)
    with contextlib.suppress(ConnectionError):
        for _ in range(100):
            client.sendall(b"x" * 1000)
    with contextlib.suppress(ConnectionError):
        assert everything(client).startswith(b"HTTP/1.1 431 ")


def test_a_head_that_does_not_arrive_is_let_go(house, clients, monkeypatch):
    monkeypatch.setattr(PatientProtocol, "HEAD_SECONDS", 0.2)
    [silent, half] = clients(b"", times=1) + clients(HALF_A_HEAD, times=1)
    assert everything(silent) == b""
    assert everything(half) == b""


def test_a_reader_who_never_reads_is_let_go(house, clients, monkeypatch):
    monkeypatch.setattr(PatientProtocol, "READ_SECONDS", 0.2)
    [client] = clients(b"", times=1)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    with pytest.raises(ConnectionError):
        send_without_end(client, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100)


def test_a_stopping_server_ends_open_streams(house, clients, ada):
    [tab] = clients(stream_request(session_of(ada), f"inbox:{ada.pk}"), times=1)
    read_until(tab, b"retry:")
    house.server.stop()
    assert everything(tab).endswith(b"0\r\n\r\n")


def send_without_end(connection, words):
    while True:
        connection.sendall(words)


def everything(connection):
    """All that comes until the other side ends the connection."""
    said = b""
    while more := connection.recv(65_536):
        said += more
    return said
