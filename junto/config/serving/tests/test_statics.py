"""Files for browsers: kept for ever when their name carries their hash, asked for anew otherwise."""

import gzip

import pytest

from junto.config.serving.statics import Statics, collected
from tests.loops import run_async


@pytest.fixture
def ask(tmp_path):
    """Asks for a file of a release that has three."""
    here = tmp_path / "0.1.0"
    (here / "design").mkdir(parents=True)
    (here / "design" / "base.0123456789ab.css").write_text("a { color: inherit }\n" * 100)
    (here / "design" / "base.css").write_text("a { color: inherit }\n" * 100)
    (here / "mark.0123456789ab.png").write_bytes(bytes(2000))
    statics = Statics(lambda: collected(here), "/static/")

    def asked(path, method="GET", **headers):
        said = []

        async def send(message):
            said.append(message)

        pairs = [(name.replace("_", "-").encode(), value) for name, value in headers.items()]
        run_async(statics({"path": f"/static/{path}", "method": method, "headers": pairs}, send))
        return said[0]["status"], dict(said[0]["headers"]), said[1]["body"]

    return asked


def test_a_hashed_name_is_kept_for_ever(ask):
    status, headers, body = ask("design/base.0123456789ab.css")
    assert status == 200
    assert body.startswith(b"a { color")
    assert headers[b"content-type"] == b"text/css; charset=utf-8"
    assert b"immutable" in headers[b"cache-control"]


def test_a_plain_name_is_asked_for_anew_and_answered_shortly(ask):
    _, headers, _ = ask("design/base.css")
    assert headers[b"cache-control"] == b"public, no-cache"
    status, again, body = ask("design/base.css", if_none_match=headers[b"etag"])
    assert (status, body) == (304, b"")
    assert again[b"etag"] == headers[b"etag"]


def test_text_is_squeezed_for_those_who_understand_it(ask):
    _, headers, body = ask("design/base.css", accept_encoding=b"gzip, br")
    assert (headers[b"content-encoding"], headers[b"vary"]) == (b"gzip", b"accept-encoding")
    assert len(gzip.decompress(body)) == 2100
    assert b"content-encoding" not in ask("mark.0123456789ab.png", accept_encoding=b"gzip")[1]


@pytest.mark.parametrize("path", ["nowhere.css", "../../etc/passwd", "", "design"])
def test_what_is_not_there_is_not_found(ask, path):
    assert ask(path)[0] == 404


def test_only_reading_is_allowed(ask):
    assert ask("design/base.css", method="POST")[0] == 405


def test_pages_of_another_release_find_their_files_while_two_run_beside_each_other(ask, tmp_path, monkeypatch):
    monkeypatch.setattr(Statics, "LOOK_AGAIN", 0.0)
    (tmp_path / "0.2.0").mkdir()
    (tmp_path / "0.2.0" / "base.ba9876543210.css").write_text("a { color: red }")
    assert ask("base.ba9876543210.css")[0] == 200
    assert ask("base.000000000000.css")[0] == 404
