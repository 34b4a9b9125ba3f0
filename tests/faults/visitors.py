"""People at work while nodes come and go: each asks again and again, as a browser would, and keeps what went wrong."""

import contextlib
import http.client
import json
import re
import threading
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from junto.kit.models import StreamEvent
from junto.posts.models import Post
from tests.server import session_of

PATIENCE = 60
PAUSE = 0.2


class Browser:
    """One connection that is kept open as long as the other side likes, with a session's cookie. `session`: what the house calls it."""

    def __init__(
        self, port: int, host: str, somebody: Any = None, source: str = "127.0.0.1", scheme: str = "https", session: str = ""
    ) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=(source, 0))
        self.headers = {"Host": host, "Origin": f"{scheme}://{host}"}
        self.signed_in = session or settings.SESSION_COOKIE_NAME
        self.cookies = {self.signed_in: session_of(somebody)} if somebody else {}
        self.token = ""

    def ask(self, path: str, form: dict[str, str] | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers, and what the page says."""
        head = self.headers | headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.token})
            head["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request("POST" if form is not None else "GET", path, body, head)
        answer = self.line.getresponse()
        page = answer.read().decode(errors="replace")
        self._keep(answer, page)
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, page

    def send(self, path: str, file: bytes) -> int:
        """A form with a file in it; gives the status."""
        body = b'--edge\r\nContent-Disposition: form-data; name="picture"; filename="me.png"\r\n\r\n' + file + b"\r\n--edge--\r\n"
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = {"Content-Type": "multipart/form-data; boundary=edge", "X-CSRFToken": self.token, "Cookie": cookies}
        self.line.request("POST", path, body, self.headers | head)
        answer = self.line.getresponse()
        answer.read()
        return answer.status

    def _keep(self, answer: http.client.HTTPResponse, page: str) -> None:
        for cookie in answer.msg.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        found = re.search(r'csrfmiddlewaretoken" value="([^"]+)|csrf-token" content="([^"]+)', page)
        self.token = (found[1] or found[2]) if found else self.token


class Visitor(threading.Thread):
    """Somebody who does something until told to go."""

    def __init__(self, browser: Browser, thread: int) -> None:
        super().__init__(daemon=True)
        self.browser, self.page = browser, f"/threads/{thread}/"
        self.going, self.trouble, self.count = threading.Event(), [], 0  # type: ignore[var-annotated]
        self.first = threading.Event()

    def once(self) -> None:
        raise NotImplementedError

    def run(self) -> None:
        while not self.going.wait(PAUSE):
            try:
                self.once()
                self.first.set()
            except Exception as trouble:
                self.trouble.append(repr(trouble))
        connection.close()

    def expect(self, status: int, path: str, form: dict[str, str] | None = None) -> None:
        got = self.browser.ask(path, form)[0]
        self.count += 1
        assert got == status, f"{path} was answered {got}"


class Reader(Visitor):
    def once(self) -> None:
        self.expect(200, self.page)


class Writer(Visitor):
    """Answers again and again; every text is another one."""

    def once(self) -> None:
        if not self.browser.token:
            self.expect(200, self.page)
        self.expect(302, f"{self.page}posts/", {"text": f"Answer {self.count} by {self.name}."})

    def written(self) -> list[str]:
        """The texts that were taken, by what they were told."""
        return [f"Answer {number} by {self.name}." for number in range(1, self.count)]


class Listener(Visitor):
    """Holds the stream open; when it ends, opens it anew from the number it heard last."""

    def __init__(self, browser: Browser, thread: int) -> None:
        super().__init__(browser, thread)
        self.topic, self.last, self.heard = f"thread:{thread}", newest(), []  # type: ignore[var-annotated]
        self.before, self.opened = self.last, 0
        self.news = threading.Event()

    def once(self) -> None:
        head = self.browser.headers | {"Cookie": f"{self.browser.signed_in}={self.browser.cookies[self.browser.signed_in]}"}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.browser.line.port, timeout=PATIENCE)) as line:
            line.request("GET", f"/stream?topics={self.topic}&after={self.last}", headers=head)
            answer = line.getresponse()
            assert answer.status == 200, f"the stream was answered {answer.status}"
            self.opened += 1
            self.first.set()
            self._listen(answer)

    def _listen(self, answer: http.client.HTTPResponse) -> None:
        number = 0
        while not self.going.is_set() and (said := answer.readline().decode().strip(), answer.fp)[1]:
            if said.startswith("id: "):
                number = int(said.removeprefix("id: "))
            elif said.startswith("data: "):
                self.last = number
                if json.loads(said.removeprefix("data: ")).get("topic") == self.topic:
                    self.heard.append(number)
                    self.news.set()

    def missed(self) -> list[int]:
        """What happened and was not heard, once and in order."""
        happened = StreamEvent.objects.filter(topic=self.topic, seq__gt=self.before).order_by("seq").values_list("seq", flat=True)
        return [] if self.heard == list(happened) else sorted(set(happened) ^ set(self.heard)) or self.heard


def newest() -> int:
    """The number of the last event so far."""
    return StreamEvent.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def lost_or_doubled(writers: list[Writer]) -> list[str]:
    """Answers that were taken and do not stand in the thread once."""
    texts = list(Post.objects.values_list("source", flat=True))
    return [text for writer in writers for text in writer.written() if texts.count(text) != 1]
