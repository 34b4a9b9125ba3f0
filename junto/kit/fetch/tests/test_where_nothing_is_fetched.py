"""No address that somebody writes leads this Junto into a network that is not open to everybody."""

import socket

import pytest

from junto.kit.fetch import PAGE, NotFetched, fetch
from junto.kit.fetch.networks import may_be_reached
from junto.kit.fetch.refusals import Downgraded, FetchingIsOff, NotOpen, NotReached, NoWebAddress, TooManyTurns
from junto.kit.fetch.tests.web import PAGE_HTML, answer, turn
from tests.shared import DATA, needs_shared

PUBLIC = "93.184.215.14"
INSIDE = ["127.0.0.1", "169.254.169.254", "10.0.0.8", "::1", "::ffff:127.0.0.1", "fd00:ec2::254", "64:ff9b::7f00:1", "2002:7f00:1::"]


def look(address: str, **more: object) -> bytes:
    return fetch(address, wanted=PAGE, most=100_000, seconds=5, **more).body


def hostile() -> list[str]:
    path = DATA / "hostile" / "ssrf.txt"
    return path.read_text().splitlines() if path.exists() else []


@needs_shared
@pytest.mark.parametrize("inside", INSIDE)
def test_of_all_known_tricks_none_sends_a_packet(inside, names, knocked):
    """Names on that list that are harmless by their form lie, for this test, where their tricks would lead."""
    names(inside)
    for line in hostile():
        with pytest.raises((NoWebAddress, NotOpen)):
            look(line)
    assert len(hostile()) == 127
    assert knocked == []


@needs_shared
def test_of_all_known_tricks_only_plain_public_names_are_even_looked_up(names, knocked):
    asked = names(PUBLIC)
    for line in hostile():
        with pytest.raises(NotFetched):
            look(line)
    assert {to[0] for to in knocked} == {PUBLIC}, "somebody else was knocked at"
    assert len(asked) == len(knocked) == 16
    assert not {"localhost", "metadata.google.internal", "127.0.0.1", "instance-data"} & set(asked)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.com/",
        "javascript:alert(1)",
        "//example.com/",
        "http://ada:secret@example.com/",
        "http://example.com@127.0.0.1/",
        "http://127.0.0.1\\@example.com/",
        "http://exa\tmple.com/",
        "http://example.com/\r\nX: y",
        "http://example.com:99999/",
        "http://example.com:0/",
        "http://[fe80::1%25eth0]/",
        "http://[::1",
        "http://[::1]evil/",
        "http://ⓔⓧⓐⓜⓟⓛⓔ.com/",
        "http://xn--/",
        "http://xn--a-0000000000/",
        "http://exam_ple.com/",
        "http://.example.com/",
        "http://example..com/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://127.0.0.1.0x7f/",
        "http://" + "a" * 3000 + ".com/",
    ],
)
def test_what_is_no_plain_web_address_is_refused_by_its_form(address, names, knocked):
    asked = names(PUBLIC)
    with pytest.raises((NoWebAddress, NotOpen)):
        look(address)
    assert (asked, knocked) == ([], [])


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://LOCALHOST./",
        "http://printer/",
        "http://nas.local/",
        "http://wiki.internal/",
        "http://1.0.0.127.in-addr.arpa/",
        "http://example.com:22/",
        "http://example.com:6379/",
    ],
)
def test_names_and_ports_that_are_none_of_the_public_web_are_not_even_looked_up(address, names, knocked):
    asked = names(PUBLIC)
    with pytest.raises(NotOpen):
        look(address)
    assert (asked, knocked) == ([], [])


@pytest.mark.parametrize(
    "address",
    [
        *INSIDE,
        *("0.0.0.0", "100.100.100.200", "168.63.129.16", "172.31.0.1", "192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"),
        *("::", "::7f00:1", "::ffff:0:7f00:1", "64:ff9b:1::a00:1", "2001::1", "fc00::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1"),
    ],
)
def test_a_name_that_lies_there_is_not_reached(address, names, knocked):
    names(address)
    with pytest.raises(NotOpen):
        look("https://pages.example.com/")
    assert knocked == []


def test_one_machine_inside_among_several_is_enough_to_refuse(monkeypatch, knocked):
    both = [(socket.AF_INET, 1, 6, "", (address, 80)) for address in (PUBLIC, "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(NotOpen):
        look("http://pages.example.com/")
    assert knocked == []


def test_a_name_that_changes_its_mind_is_asked_once_and_held_to_its_first_answer(names, knocked):
    asked = names(PUBLIC, "127.0.0.1")
    with pytest.raises(NotReached):
        look("http://pages.example.com/")
    assert asked == ["pages.example.com"]
    assert knocked == [(PUBLIC, 80)]


def test_a_name_that_changes_its_mind_between_two_turns_is_judged_anew(elsewhere, unnamed, names, settings):
    settings.FETCH_INSIDE = [f"pages.example.com:{elsewhere.port}"]
    elsewhere.at("/", turn("http://pages.example.com/"))
    names("127.0.0.1")
    with pytest.raises(NotOpen):
        look(f"http://pages.example.com:{elsewhere.port}/")
    assert len(elsewhere.heads) == 1


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_page_that_leads_inside_is_followed_to_nowhere(status, elsewhere, unnamed):
    page = elsewhere.at("/", turn(unnamed.at("/secret", answer(PAGE_HTML)), status))
    with pytest.raises(NotOpen):
        look(page)
    assert unnamed.heads == []


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://[::ffff:7f00:1]/", "http://0x7f000001/", "//2130706433/"]
)
def test_a_page_that_leads_to_a_trick_is_followed_to_nowhere(to, elsewhere):
    with pytest.raises((NoWebAddress, NotOpen)):
        look(elsewhere.at("/", turn(to)))


def test_a_page_that_leads_on_and_on_is_left(elsewhere):
    with pytest.raises(TooManyTurns):
        look(elsewhere.at("/", turn("/")))
    assert len(elsewhere.heads) == 5


def test_what_began_protected_does_not_go_on_in_the_open():
    from junto.kit.fetch.door import _turn
    from junto.kit.fetch.place import placed

    with pytest.raises(Downgraded):
        _turn(placed("https://pages.example.com/"), "http://pages.example.com/")


def test_whoever_is_unnamed_is_not_asked_and_whoever_is_named_only_at_that_port(elsewhere, unnamed, settings):
    assert look(elsewhere.at("/", answer(PAGE_HTML))) == PAGE_HTML
    with pytest.raises(NotOpen):
        look(unnamed.at("/", answer(PAGE_HTML)))
    settings.FETCH_INSIDE = []
    with pytest.raises(NotOpen):
        look(f"http://{elsewhere.host}/")
    assert (len(elsewhere.heads), unnamed.heads) == (1, [])


@pytest.mark.parametrize("address", ["169.254.169.254", "100.100.100.200", "fd00:ec2::254", "::", "224.0.0.1"])
def test_even_inside_the_machines_of_the_cloud_are_not_reached(address):
    assert not may_be_reached(address, inside=True)


def test_a_house_that_fetches_nothing_sends_nothing(settings, names, knocked):
    settings.FETCH, asked = False, names(PUBLIC)
    with pytest.raises(FetchingIsOff):
        look("https://pages.example.com/")
    assert (asked, knocked) == ([], [])
