"""HTTP as uvicorn speaks it, with an end to the patience for those who send or read too slowly."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class PatientProtocol(HttpToolsProtocol):
    """uvicorn waits for the head of a request, and for a reader, without end; each would hold a connection for ever."""

    HEAD_SECONDS = 15.0
    HEAD_BYTES = 32_768
    READ_SECONDS = 60.0
    LAST_SECONDS = 1.0
    """How long an idle connection may still bring a request after the server was told to stop."""

    _ending = False
    _head: asyncio.TimerHandle | None = None
    _reader: asyncio.TimerHandle | None = None
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Expects the head of a request from now on."""
        super().connection_made(transport)
        self._expect_head()

    def on_message_begin(self) -> None:
        """The next request on the same connection gets the same time. Who is connected is kept, for a proxy's word replaces it."""
        super().on_message_begin()
        self.scope["peer"] = self.client  # type: ignore[typeddict-unknown-key]
        self._expect_head()

    def on_headers_complete(self) -> None:
        """The head is there; what follows is watched by the front."""
        self._stop_waiting()
        super().on_headers_complete()
        if self._ending:
            self.cycle.keep_alive = False

    def shutdown(self) -> None:
        """The server stops. A browser or proxy may send on an idle connection at this very moment: it is answered, as the last one."""
        self._ending = True
        idle = self.cycle is None or self.cycle.response_complete
        self.loop.call_later(self.LAST_SECONDS if idle else 0, super().shutdown)

    def data_received(self, data: bytes) -> None:
        """Refuses a head that grows without end."""
        super().data_received(data)
        if self._head:
            self._head_bytes += len(data)
            if self._head_bytes > self.HEAD_BYTES:
                self.transport.write(TOO_LARGE)
                self.transport.close()

    def pause_writing(self) -> None:
        """The reader is behind: it has a minute to catch up."""
        super().pause_writing()
        self._watch_reader()

    def resume_writing(self) -> None:
        """The reader caught up."""
        self._let_reader_be()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """The rest of an answer may still wait to be read."""
        super().on_response_complete()
        if self.transport.get_write_buffer_size():
            self._watch_reader()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_waiting()
        self._let_reader_be()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        self._stop_waiting()
        self._head_bytes = 0
        self._head = self.loop.call_later(self.HEAD_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        self._head = _cancel(self._head)

    def _watch_reader(self) -> None:
        if self._reader is None:
            self._reader = self.loop.call_later(self.READ_SECONDS, self._give_up_on_reader)

    def _let_reader_be(self) -> None:
        self._reader = _cancel(self._reader)

    def _give_up_on_reader(self) -> None:
        self._reader = None
        if self.transport.get_write_buffer_size():
            self.transport.abort()


def _cancel(timer: asyncio.TimerHandle | None) -> Any:
    if timer:
        timer.cancel()
