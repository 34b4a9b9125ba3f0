"""Asks another machine for what stands at an address that somebody wrote."""

import http.client
from contextlib import closing
from urllib.parse import urljoin

from django.conf import settings

from junto.kit.counted import fetches
from junto.kit.fetch.body import read
from junto.kit.fetch.fetched import Fetched, kind_of
from junto.kit.fetch.limits import MOST_TURNS, Limits
from junto.kit.fetch.place import Place, placed
from junto.kit.fetch.reaching import connection, refusals_of_ours
from junto.kit.fetch.refusals import Downgraded, FetchingIsOff, NotFetched, SaidNo, TooManyTurns, WrongKind

SECONDS = 8.0
TURNS = frozenset({301, 302, 303, 307, 308})
UNCHANGED = 304
LONGEST_MARK = 500


def fetch(
    address: str,
    *,
    wanted: str,
    most: int,
    may_be_cut: bool = False,
    seconds: float = SECONDS,
    etag: str = "",
    modified: str = "",
) -> Fetched:
    """What stands there, if it is of the kind that is wanted; at most `most` bytes, packed and unpacked, in `seconds` all told.

    `etag` and `modified` of the last time spare both sides what has not changed. Raises NotFetched.
    """
    if not settings.FETCH:
        raise FetchingIsOff
    marks = {name: mark for name, mark in (("If-None-Match", etag), ("If-Modified-Since", modified)) if mark}
    try:
        found = _as_wanted(_found(address, Limits(seconds, most), marks, most, may_be_cut), wanted)
    except NotFetched as error:
        fetches[error.outcome()] += 1
        raise
    fetches["unchanged" if found.is_unchanged else "fetched"] += 1
    return found


def _found(address: str, limits: Limits, marks: dict[str, str], most: int, may_be_cut: bool) -> Fetched:
    place = placed(address)
    for _ in range(MOST_TURNS + 1):
        found = _once(place, limits, marks, most, may_be_cut)
        if isinstance(found, Fetched):
            return found
        place = found
    raise TooManyTurns


def _as_wanted(found: Fetched, wanted: str) -> Fetched:
    if found.kind != wanted and not found.is_unchanged:
        raise WrongKind
    return found


def _once(place: Place, limits: Limits, marks: dict[str, str], most: int, may_be_cut: bool) -> Fetched | Place:
    """One answer, or where it leads on."""
    with refusals_of_ours(), closing(connection(place, limits)) as asking:
        asking.request("GET", place.target, headers=_headers() | marks)
        answer = asking.getresponse()
        if answer.status in TURNS:
            return _turn(place, str(answer.getheader("Location", "")))
        return _taken(place, answer, most, may_be_cut)


def _turn(place: Place, to: str) -> Place:
    """Judged like any other address. What began under TLS does not go on without."""
    turned = placed(urljoin(place.address, to.encode("latin-1").decode(errors="replace")))
    if place.scheme == "https" and turned.scheme == "http":
        raise Downgraded
    return turned


def _taken(place: Place, answer: http.client.HTTPResponse, most: int, may_be_cut: bool) -> Fetched:
    etag, modified = (str(answer.getheader(name, ""))[:LONGEST_MARK] for name in ("ETag", "Last-Modified"))
    if answer.status == UNCHANGED:
        return Fetched(place.address, "", b"", etag=etag, modified=modified, is_unchanged=True)
    if answer.status != http.client.OK:
        raise SaidNo(answer.status)
    body = read(answer, most, may_be_cut=may_be_cut)
    charset = answer.headers.get_content_charset("")[:40]
    return Fetched(place.address, kind_of(body), body, charset, etag, modified)


def _headers() -> dict[str, str]:
    """Who asks, and nothing about whoever wrote the address. No cookies, no referrer."""
    return {
        "User-Agent": f"Junto/{settings.VERSION} (looks once at a page that somebody linked to)",
        "Accept": "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
