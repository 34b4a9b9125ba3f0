"""What comes is read within its limits of time and size, whatever the other side does."""

import datetime
import gzip
import socket
import ssl
import threading
import time
import zlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from junto.kit.fetch import PAGE, PICTURE, Fetched, fetch, reaching
from junto.kit.fetch.limits import Limits
from junto.kit.fetch.refusals import NotFetched, NotReached, SaidNo, TooLarge, TooSlow, Unreadable, WrongKind
from junto.kit.fetch.tests.web import PAGE_HTML, answer, packed, turn

MOST = 50_000
SHORT = 0.15
BOMB = gzip.compress(b"<html>" + b"\0" * 40_000_000)


def look(address: str, **more: object) -> Fetched:
    return fetch(address, **({"wanted": PAGE, "most": MOST, "seconds": 5} | more))


def test_a_page_comes_with_what_is_said_of_it(elsewhere):
    there = elsewhere.at("/p?q=1", answer(PAGE_HTML, "Content-Type: text/html; charset=UTF-8", 'ETag: "7"', "Last-Modified: Monday"))
    assert look(there) == Fetched(there, PAGE, PAGE_HTML, "utf-8", '"7"', "Monday")


def test_the_other_side_learns_nothing_of_who_wrote_the_address(elsewhere):
    first = elsewhere.at("/", answer(b"", "Location: /on", "Set-Cookie: a=b", status="302 Found"))
    elsewhere.at("/on", answer(PAGE_HTML))
    look(first)
    for head in elsewhere.heads:
        lines = head.strip().split("\r\n")[1:]
        assert {line.partition(":")[0].lower() for line in lines} == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert f"Host: {elsewhere.host}" in lines
    assert len(elsewhere.heads) == 2


def test_what_has_not_changed_is_not_sent_again(elsewhere):
    there = elsewhere.at("/", answer(b"", status="304 Not Modified"))
    assert look(there, etag='"7"', modified="Monday").is_unchanged
    assert 'If-None-Match: "7"\r\n' in elsewhere.heads[0]
    assert "If-Modified-Since: Monday\r\n" in elsewhere.heads[0]


def test_letters_beyond_ascii_are_asked_for_as_the_web_writes_them(elsewhere):
    elsewhere.at("/%C3%BCber?f%C3%BCr", answer(PAGE_HTML))
    assert look(f"http://{elsewhere.host}/über?für").body == PAGE_HTML


def test_a_page_that_comes_in_pieces_or_packed_is_whole(elsewhere):
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE_HTML), PAGE_HTML)
    deflated = answer(zlib.compress(PAGE_HTML), "Content-Encoding: deflate")
    for number, told in enumerate([chunked, packed(PAGE_HTML), deflated, b"HTTP/1.1 200 OK\r\n\r\n" + PAGE_HTML]):
        assert look(elsewhere.at(f"/{number}", told)).body == PAGE_HTML


def test_a_long_packed_page_is_whole_to_the_last_letter(elsewhere):
    body = b"<html>" + bytes(range(256)) * 150
    assert look(elsewhere.at("/", packed(body))).body == body


def test_too_much_is_left_where_it_is_or_cut_where_that_will_do(elsewhere):
    there = elsewhere.at("/", answer(b"<html>" + b"x" * MOST))
    with pytest.raises(TooLarge):
        look(there)
    assert len(look(there, may_be_cut=True).body) == MOST


@pytest.mark.parametrize("may_be_cut", [True, False])
def test_a_bomb_does_not_go_off(elsewhere, may_be_cut, monkeypatch):
    unpacked = []
    true = zlib.decompressobj

    class Counting:
        def __init__(self, *given):
            self._true = true(*given)

        def __getattr__(self, name):
            return getattr(self._true, name)

        def decompress(self, *given):
            out = self._true.decompress(*given)
            unpacked.append(len(out))
            return out

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    there = elsewhere.at("/", answer(BOMB, "Content-Encoding: gzip"))
    if may_be_cut:
        assert len(look(there, may_be_cut=True).body) == MOST
    else:
        with pytest.raises(TooLarge):
            look(there)
    assert sum(unpacked) < 2 * MOST


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress"])
def test_what_is_packed_otherwise_or_twice_is_not_unpacked(elsewhere, packing):
    with pytest.raises(Unreadable):
        look(elsewhere.at("/", answer(gzip.compress(gzip.compress(PAGE_HTML)), f"Content-Encoding: {packing}")))


@pytest.mark.parametrize(
    "told",
    [
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc Fine\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<html>",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"",
    ],
)
def test_what_is_no_answer_is_refused(elsewhere, told):
    with pytest.raises((Unreadable, TooLarge, NotReached)):
        look(elsewhere.at("/", told))


def test_a_head_without_end_is_not_kept(elsewhere):
    with pytest.raises((TooLarge, Unreadable)):
        look(elsewhere.at("/", elsewhere.dripping(b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" * 9000)))


@pytest.mark.parametrize(
    "begins",
    [
        (b"",),
        (b"HTTP/1.1 200 OK\r\n", b"X-Drip: "),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<html>",),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",),
    ],
)
def test_who_drips_is_left_when_the_whole_time_is_over(elsewhere, begins):
    began = time.monotonic()
    with pytest.raises(TooSlow):
        look(elsewhere.at("/", elsewhere.dripping(*begins)), seconds=SHORT)
    assert time.monotonic() - began < 10 * SHORT


def test_turns_share_one_measure_of_time(elsewhere):
    moments = iter([0, 1, 2, 3, 99, 100])
    limits = Limits(10, MOST, clock=lambda: next(moments))
    assert [limits.left(), limits.left(), limits.left()] == [9, 8, 7]
    with pytest.raises(TooSlow):
        limits.left()


def test_a_resolver_that_never_answers_is_left(monkeypatch):
    stuck = threading.Event()
    monkeypatch.setattr(reaching, "_resolved", lambda place: stuck.wait(30) and [])
    with pytest.raises(TooSlow):
        look("https://pages.example.com/", seconds=SHORT)
    stuck.set()


@pytest.mark.parametrize(
    ("body", "wanted"), [(b"%PDF-1.7 <html>"[:8], PAGE), (b"{}", PAGE), (PAGE_HTML, PICTURE), (b"\x89PNG\r\n\x1a\n", PAGE)]
)
def test_what_it_is_is_told_by_its_bytes_and_not_by_its_label(elsewhere, body, wanted):
    label = "image/png" if wanted == PICTURE else "text/html"
    with pytest.raises(WrongKind):
        look(elsewhere.at("/", answer(body, f"Content-Type: {label}")), wanted=wanted)


def test_a_no_is_told_with_its_number(elsewhere):
    with pytest.raises(SaidNo, match="403"):
        look(elsewhere.at("/", answer(PAGE_HTML, status="403 Forbidden")))


def test_nobody_there_is_said_so(elsewhere, settings):
    settings.FETCH_INSIDE = ["127.0.0.1:1"]
    with pytest.raises(NotReached):
        look("http://127.0.0.1:1/")


def test_every_refusal_has_words():
    for kind in NotFetched.__subclasses__():
        refusal = kind(404) if kind is SaidNo else kind()
        assert str(refusal).endswith(".")


# ---- Through TLS ----
@pytest.fixture(scope="module")
def certified(tmp_path_factory):
    """A file with key and certificate of pages.example.com."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "A test")])
    begun = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, begun, begun + datetime.timedelta(days=9))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("pages.example.com")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*plain) + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def protected(elsewhere, certified, names, settings, monkeypatch):
    """The server under TLS, at a name that this machine trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certified)
    elsewhere.server.socket = context.wrap_socket(elsewhere.server.socket, server_side=True, do_handshake_on_connect=False)
    reaching._tls.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(certified))
    names("127.0.0.1")
    settings.FETCH_INSIDE = [f"{name}.example.com:{elsewhere.port}" for name in ("pages", "other")]
    yield elsewhere
    reaching._tls.cache_clear()


def test_a_protected_page_is_read_when_its_certificate_is_that_of_the_name(protected):
    protected.at("/", packed(PAGE_HTML))
    assert look(f"https://pages.example.com:{protected.port}/").body == PAGE_HTML
    assert f"Host: pages.example.com:{protected.port}" in protected.heads[0]


def test_the_usual_port_is_left_out_of_the_name(monkeypatch):
    ours, theirs = socket.socketpair()
    monkeypatch.setattr(reaching, "reached", lambda place, limits: ours)
    theirs.sendall(answer(PAGE_HTML))
    assert look("https://pages.example.com/").body == PAGE_HTML
    assert b"\r\nHost: pages.example.com\r\n" in theirs.recv(4096)
    theirs.close()


def test_a_certificate_of_another_name_is_not_believed(protected):
    protected.at("/", answer(PAGE_HTML))
    with pytest.raises(NotReached):
        look(f"https://other.example.com:{protected.port}/")
    assert protected.heads == []


def test_who_drips_under_tls_is_left_as_well(protected):
    protected.at("/", protected.dripping(b"HTTP/1.1 200 OK\r\n", b"X: "))
    with pytest.raises(TooSlow):
        look(f"https://pages.example.com:{protected.port}/", seconds=3 * SHORT)


def test_who_never_shakes_hands_is_left(elsewhere, names, settings):
    settings.FETCH_INSIDE = [f"pages.example.com:{elsewhere.port}"]
    names("127.0.0.1")
    with pytest.raises(NotFetched):
        look(f"https://pages.example.com:{elsewhere.port}/", seconds=SHORT)


def test_a_turn_into_the_open_is_not_taken(protected):
    protected.at("/", turn(f"http://pages.example.com:{protected.port}/"))
    with pytest.raises(NotFetched, match="protected"):
        look(f"https://pages.example.com:{protected.port}/")
