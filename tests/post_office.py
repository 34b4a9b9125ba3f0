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
        self.senders: list[str] = []
        self.refuses: dict[str, str] = {}
        """What is said of these mailboxes when somebody writes to them, instead of taking the letter."""
        self.says = "250 OK"
        """What is said once a letter is there."""

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return f"550 no such sender {address}" if address.startswith("nobody") else "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
            return self.refuses[address]
        if address.startswith("nobody"):
            return f"550 no such mailbox {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.says.startswith("250"):
            self.letters.append(envelope.content)
            self.senders.append(envelope.mail_from)
        return self.says


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    """Runs for one test."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        office = PostOffice(free.getsockname()[1])
    running = Controller(office, hostname="127.0.0.1", port=office.port)
    running.start()
    yield office
    running.stop()
