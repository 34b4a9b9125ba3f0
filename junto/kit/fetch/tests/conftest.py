import socket
from collections.abc import Callable, Iterator

import pytest

from junto.kit.fetch.tests.web import Web, web


@pytest.fixture(autouse=True)
def _fetches(settings) -> None:
    settings.FETCH = True


@pytest.fixture
def elsewhere(settings) -> Iterator[Web]:
    """A server of the house that the operator named, so that it may be asked."""
    with web() as made:
        settings.FETCH_INSIDE = [made.host]
        yield made


@pytest.fixture
def unnamed() -> Iterator[Web]:
    """A server of the house that nobody named."""
    with web() as made:
        yield made


@pytest.fixture
def names(monkeypatch) -> Callable[..., list[str]]:
    """Says where names lie, one answer after the other (the last one for ever); gives the list of names that were asked for."""

    def lie(*answers: str) -> list[str]:
        asked: list[str] = []

        def resolve(host, port, *_, **__):
            asked.append(host)
            address = answers[min(len(asked), len(answers)) - 1]
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            return [(family, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        return asked

    return lie


@pytest.fixture
def knocked(monkeypatch) -> list[object]:
    """Whom anything in this process tried to connect to. Nobody is reached."""
    tried: list[object] = []

    def connect(_self, to):
        tried.append(to)
        raise OSError("nobody there")

    monkeypatch.setattr(socket.socket, "connect", connect, raising=False)
    return tried
