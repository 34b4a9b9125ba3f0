"""Somebody who answers, over HTTP, again and again, and remembers what was acknowledged; every so often gives a new picture."""

import contextlib
import http.client
import threading
import time
from typing import Any

from benchmarks._house import House

PICTURE_EVERY = 7
BOUNDARY = "------------------------junto"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


class Writer:
    """One person with one connection at a time, which may be cut off at any moment."""

    def __init__(self, house: House, *, number: int, thread: int, cookie: str, token: str) -> None:
        self.house, self.number, self.thread = house, number, thread
        self.headers = {"Cookie": f"{cookie}; csrftoken={token}", "X-CSRFToken": token}
        self.acknowledged: list[str] = []
        self.sent = self.pictures = self.refused = 0

    def write(self, stop: threading.Event) -> None:
        """Writes until told to stop. Nothing is sent twice: what was not acknowledged may stand or not."""
        while not stop.is_set():
            with contextlib.suppress(OSError, http.client.HTTPException):
                self._picture() if (self.sent + 1) % PICTURE_EVERY == 0 else self._answer()
                continue
            time.sleep(0.05)

    def told(self) -> dict[str, Any]:
        """What it knows."""
        given = {"sent": self.sent, "refused": self.refused, "pictures": self.pictures}
        return {"number": self.number, "thread": self.thread, "acknowledged": self.acknowledged, **given}

    def _answer(self) -> None:
        words, kind = f"Answer {self.sent + 1} of {self.number}.", {"Content-Type": "application/x-www-form-urlencoded"}
        if self._post(f"/threads/{self.thread}/posts/", f"text={words.replace(' ', '+')}".encode(), kind):
            self.acknowledged.append(words)

    def _picture(self) -> None:
        fields = [b'Content-Disposition: form-data; name="picture"; filename="me.png"\r\nContent-Type: image/png\r\n\r\n' + PIXEL]
        fields.append(b'Content-Disposition: form-data; name="focus"\r\n\r\nmiddle')
        body = b"".join(b"--" + BOUNDARY.encode() + b"\r\n" + field + b"\r\n" for field in fields) + f"--{BOUNDARY}--\r\n".encode()
        self.pictures += self._post("/people/me/picture/", body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})

    def _post(self, path: str, body: bytes, kind: dict[str, str]) -> bool:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)) as connection:
            connection.connect()
            self.sent += 1
            connection.request("POST", path, body, {**self.headers, **kind})
            status = connection.getresponse().status
        self.refused += status >= 400
        if status >= 400:
            time.sleep(0.05)
        return status in (200, 302)
