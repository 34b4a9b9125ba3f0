"""What is answered to a mail server that brings mail: 250 only once it is kept; strangers learn nothing about anybody."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as Brought
from django.db import connection

from junto.kit.traces import kind
from junto.mail.addresses import is_front, read_address
from junto.mail.incoming.door import Envelope, is_too_much, most_bytes, take_in

log = logging.getLogger(__name__)
PATIENCE = 60.0
MOST_CONNECTIONS, MOST_RECIPIENTS = 50, 50
LONGEST_LINE = 100_000
"""Some programs break no lines. What is refused for that comes back to a person who cannot mend it."""
NOBODY = "550 5.1.1 No such address here"
LATER = "451 4.3.0 Cannot be taken just now, try again later"
TOO_MUCH = "451 4.7.1 That was a lot in one hour, try again later"
TAKEN = "250 2.0.0 Taken"


class Door:
    """What the server asks for every mail. The database is asked in a thread, so that nobody waits for another's mail."""

    async def handle_RCPT(self, server: SMTP, session: Session, brought: Brought, address: str, options: list[str]) -> str:
        """Addresses that this Junto made, and those it goes by. Every other one gets the same answer, whether or not it is somebody's."""
        if len(brought.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        known = await _in_thread(lambda: is_front(address) or read_address(address) is not None)
        if not known:
            return LATER if known is None else NOBODY
        brought.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, brought: Brought) -> str:
        """Keeps it. In LMTP every recipient gets an answer of its own; they are all the same, for it is kept for all or for none."""
        said = await _in_thread(lambda: _take(brought))
        return "\r\n".join([said or LATER] * (len(brought.rcpt_tos) if isinstance(server, LMTP) else 1))


def _take(brought: Brought) -> str:
    envelope = Envelope(brought.mail_from or "", brought.rcpt_tos)
    if is_too_much(envelope):
        return TOO_MUCH
    content = brought.original_content or b""
    take_in(content if isinstance(content, bytes) else content.encode(), envelope)
    return TAKEN


async def _in_thread(work: Callable[[], Any]) -> Any:
    """What the work gives, or None when it failed: whoever brought the mail keeps it and comes again."""
    return await asyncio.get_running_loop().run_in_executor(None, _at_the_database, work)


def _at_the_database(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as error:
        log.warning("a mail could not be taken: %s", kind(error))
        return None
    finally:
        connection.close()  # mail comes seldom: no thread holds a connection for the next one


class _Counted:
    """Counts its open connections, and turns away those that are too many."""

    open_now = 0
    line_length_limit = LONGEST_LINE

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if _Counted.open_now >= MOST_CONNECTIONS:
            self._is_counted, self._since_line = False, 0
            transport.write(b"421 4.3.2 Too many connections, try again later\r\n")  # type: ignore[attr-defined]  # every transport of a socket has it
            transport.close()
            return
        self._is_counted, self._since_line = True, 0
        _Counted.open_now += 1
        super().connection_made(transport)  # type: ignore[misc]  # of the protocol beside it

    def data_received(self, data: bytes) -> None:
        """Ends who sends one line without end: it would be kept in memory, however long it gets."""
        self._since_line = 0 if b"\n" in data else self._since_line + len(data)
        if self._since_line > most_bytes():
            return self.transport.abort()  # type: ignore[attr-defined]  # of the protocol beside it
        super().data_received(data)  # type: ignore[misc]  # of the protocol beside it

    def connection_lost(self, error: Exception | None) -> None:
        if self._is_counted:
            _Counted.open_now -= 1
            super().connection_lost(error)  # type: ignore[misc]  # of the protocol beside it


class OverLmtp(_Counted, LMTP):
    """A mail server of the house hands over."""


class OverSmtp(_Counted, SMTP):
    """The same for servers that know no LMTP."""


def protocol(way: str) -> SMTP:
    """One connection. It offers neither signing in nor anything else by which mail could go further."""
    kind_of_door = OverLmtp if way == "lmtp" else OverSmtp
    return kind_of_door(
        Door(),
        data_size_limit=most_bytes(),
        timeout=PATIENCE,
        hostname="junto",
        ident="Junto",
        enable_SMTPUTF8=True,
        loop=asyncio.get_running_loop(),
    )
