"""One open page, as the stream sees it."""

import asyncio

MOST_BEHIND = 500


class Client:
    """One connection: whose it is, by which session, which addresses it listens to, and what it has still to be told."""

    __slots__ = ("_waiting", "_woken", "is_leaving", "person", "session", "spoken_to", "topics")

    def __init__(self, person: int, session: str, topics: frozenset[str]) -> None:
        self.person, self.session, self.topics = person, session, topics
        self.is_leaving, self.spoken_to = False, 0.0
        self._waiting: list[bytes] = []
        self._woken: asyncio.Future[None] | None = None

    def hear(self, message: bytes) -> None:
        """Keeps a message for it; a client that reads too slowly is let go, comes back and resumes."""
        if len(self._waiting) >= MOST_BEHIND:
            self._waiting.clear()
            self.leave()
        elif not self.is_leaving:
            self._waiting.append(message)
            self._wake()

    def leave(self) -> None:
        """Ends the connection after what it can still be told."""
        self.is_leaving = True
        self._wake()

    async def next(self) -> bytes | None:
        """What it has to be told, as soon as there is something; None when the connection ends."""
        while not self._waiting:
            if self.is_leaving:
                return None
            self._woken = asyncio.get_running_loop().create_future()
            await self._woken
        said = self._waiting[0] if len(self._waiting) == 1 else b"".join(self._waiting)
        self._waiting.clear()
        return said

    def _wake(self) -> None:
        if self._woken and not self._woken.done():
            self._woken.set_result(None)
