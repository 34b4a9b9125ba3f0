"""A mail server of our own: takes every letter but those of and to `nobody`, and shows them."""

import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller


class PostOffice:
    """What came in."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.letters: list[bytes] = []

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return f"550 no such sender {address}" if address.startswith("nobody") else "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return f"550 no such mailbox {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope.content)
        return "250 OK"


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    """Runs for one test."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        office = PostOffice(free.getsockname()[1])
    running = Controller(office, hostname="127.0.0.1", port=office.port)
    running.start()
    yield office
    running.stop()
