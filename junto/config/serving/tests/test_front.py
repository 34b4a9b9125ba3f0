"""How much somebody may send at once: little everywhere, a whole picture only where a form takes one, and only so many at a time."""

import pytest

from junto.config.serving.front import Front
from junto.config.serving.statics import Statics
from tests.loops import run_async

PIECE = 100_000


class Pages:
    """Remembers how much arrived."""

    def __init__(self):
        self.arrived = []

    async def __call__(self, scope, body, send):
        body.seek(0)
        self.arrived.append(len(body.read()))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def send(front, path, size, method="POST", kind=""):
    """The status somebody gets who sends so many bytes there."""
    pieces = [PIECE] * (size // PIECE) + [size % PIECE]
    said = []
    heads = [(b"content-type", kind.encode()), (b"content-length", str(size).encode())] if kind else []

    async def receive():
        return {"type": "http.request", "body": bytes(pieces.pop(0)), "more_body": bool(pieces)}

    async def answer(message):
        said.append(message)

    run_async(front({"type": "http", "method": method, "path": path, "headers": heads}, receive, answer))
    return said[0]["status"]


@pytest.fixture
def front():
    return Front(Pages(), Statics(dict, "/static/"), None, https=False, file_bytes=3_000_000)


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/people/me/picture/", 2_900_000, 200),
        ("/spaces/repairs/picture/", 2_900_000, 200),
        ("/people/me/picture/", 3_000_001, 413),
        ("/people/me/", 1_400_000, 200),
        ("/people/me/", 1_500_001, 413),
        ("/picture/people/", 2_900_000, 413),
    ],
)
def test_a_large_body_is_taken_only_where_a_form_takes_a_file(front, path, size, status):
    assert send(front, path, size) == status
    assert front.pages.arrived == ([size] if status == 200 else [])


FORM = "multipart/form-data; boundary=edge"


@pytest.mark.parametrize("path", ["/ask/", "/share/", "/threads/7/posts/", "/posts/7/comments/", "/posts/7/edit/"])
def test_where_one_writes_a_form_may_bring_files_and_words_alone_are_not_kept_waiting(front, path):
    assert send(front, path, 2_900_000, kind=FORM) == 200
    assert send(front, path, 2_900_000, kind="application/x-www-form-urlencoded") == 413
    front.files_arriving = front.FILES_AT_ONCE
    assert send(front, path, 2_900_000, kind=FORM) == 503
    assert send(front, path, 2_000, kind=FORM) == 200


def test_another_method_brings_no_file(front):
    assert send(front, "/people/me/picture/", 2_900_000, method="PUT") == 413


def test_only_so_many_arrive_at_once(front):
    front.files_arriving = front.FILES_AT_ONCE
    assert send(front, "/people/me/picture/", 10) == 503
    front.files_arriving -= 1
    assert send(front, "/people/me/picture/", 10) == 200
    assert front.files_arriving == front.FILES_AT_ONCE - 1
