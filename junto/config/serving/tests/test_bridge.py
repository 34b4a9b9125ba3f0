"""Between the server and Django: requests arrive whole, answers leave whole, whatever their shape."""

import io
import threading

import pytest
from django.http import FileResponse, StreamingHttpResponse

from junto.config.serving.bridge import Bridge, OpenFile
from tests.loops import run_async


def ask(application, headers=(), body=b"", raw_path=b"/", query=b""):
    """What the application answers over ASGI: status, headers, body; and how many pieces it came in."""
    scope = {
        "type": "http",
        "method": "POST" if body else "GET",
        "http_version": "1.1",
        "scheme": "https",
        "raw_path": raw_path,
        "query_string": query,
        "headers": list(headers),
        "client": ("192.0.2.7", 1),
        "server": ("junto.example.org", 443),
    }
    said = []

    async def send(message):
        said.append(message)

    run_async(Bridge(application, threads=1)(scope, io.BytesIO(body), send))
    return said[0]["status"], dict(said[0]["headers"]), b"".join(part["body"] for part in said[1:])


def telling(seen):
    def application(environ, start_response):
        seen.update(environ, body=environ["wsgi.input"].read())
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"two ", b"pieces"]

    return application


def test_a_request_arrives_whole():
    seen = {}
    headers = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"content-type", b"text/plain"), (b"accept", b"x"), (b"accept", b"y")]
    answer = ask(telling(seen), headers, body="größe".encode(), raw_path=b"/s/caf%C3%A9%2Fbar", query=b"q=%C3%A9")
    assert answer == (200, {b"content-type": b"text/plain"}, b"two pieces")
    assert seen["body"].decode() == "größe"
    assert seen["PATH_INFO"].encode("latin-1").decode() == "/s/café/bar"
    assert (seen["HTTP_COOKIE"], seen["HTTP_ACCEPT"], seen["CONTENT_TYPE"]) == ("a=1; b=2", "x,y", "text/plain")
    assert (seen["CONTENT_LENGTH"], seen["wsgi.url_scheme"], seen["REMOTE_ADDR"]) == ("7", "https", "192.0.2.7")


def test_a_header_that_could_pass_for_a_proxys_word_is_dropped():
    seen = {}
    ask(telling(seen), [(b"x_forwarded_for", b"203.0.113.9"), (b"x-forwarded-for", b"192.0.2.7")])
    assert seen["HTTP_X_FORWARDED_FOR"] == "192.0.2.7"


def test_a_long_answer_is_made_in_one_thread_and_its_length_is_told():
    threads = set()

    def rows():
        for number in range(50_000):
            threads.add(threading.get_ident())
            yield f"{number:040}\n".encode()

    def application(environ, start_response):
        response = StreamingHttpResponse(rows())
        start_response("200 OK", list(response.items()))
        return response

    status, headers, body = ask(application)
    assert (status, len(body), headers[b"content-length"]) == (200, 50_000 * 41, b"2050000")
    assert len(threads) == 1


@pytest.mark.parametrize("size", [0, 10, 300_000])
def test_a_file_is_sent_after_django_has_closed_its_side(tmp_path, size):
    (tmp_path / "file").write_bytes(b"x" * size)
    opened = []

    def application(environ, start_response):
        file = (tmp_path / "file").open("rb")
        opened.append(file)
        response = FileResponse(file)
        start_response("200 OK", list(response.items()))
        response.file_to_stream.close = response.close
        return environ["wsgi.file_wrapper"](response.file_to_stream, response.block_size)

    status, _, body = ask(application)
    assert (status, body) == (200, b"x" * size)
    assert opened[0].closed


def test_what_only_looks_like_a_file_is_sent_too(tmp_path):
    from io import BytesIO

    def application(environ, start_response):
        start_response("200 OK", [])
        return OpenFile(BytesIO(b"drawn just now"))

    assert ask(application)[2] == b"drawn just now"
