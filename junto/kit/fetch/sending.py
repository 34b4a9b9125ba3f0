"""Brings something to a machine that somebody named, judged as pages are that are fetched. What leads elsewhere is not followed."""

import re
import time
from collections.abc import Collection, Mapping
from contextlib import closing
from typing import NamedTuple

from django.conf import settings

from junto.kit.fetch.body import read
from junto.kit.fetch.limits import Limits
from junto.kit.fetch.networks import may_be_reached
from junto.kit.fetch.place import Place, placed
from junto.kit.fetch.reaching import connection, refusals_of_ours
from junto.kit.fetch.refusals import NotOpen, NotProtected

SECONDS = 8.0
MOST_READ = 2_000
LONGEST_REST = 3600
SECONDS_TO_REST = re.compile(r"\d{1,9}")


class Answered(NamedTuple):
    """What the other side said: whether it took it, and the beginning of its words."""

    status: int
    body: bytes
    seconds: float
    """How long it took."""
    rest: int = 0
    """For how many seconds the other side asked to be left alone."""

    @property
    def is_taken(self) -> bool:
        """Whether it says that all is well."""
        return 200 <= self.status < 300


def judged(address: str, inside: Collection[str]) -> Place:
    """The place something may be brought to, by the form of its address: where a name lies is asked later. Raises NotFetched.

    `inside` are the hosts of the house's own network that the operator allows for this.
    """
    place = placed(address, inside)
    if place.is_numeric and not may_be_reached(place.host, inside=place.is_inside):
        raise NotOpen
    if place.scheme != "https" and not place.is_inside:
        raise NotProtected
    return place


def send(
    address: str, body: bytes, headers: Mapping[str, str], *, inside: Collection[str], seconds: float = SECONDS, most: int = MOST_READ
) -> Answered:
    """Brings `body` there (POST) and tells what was said, at most `most` bytes of it, in `seconds` all told.

    Raises NotFetched when nothing was said.
    """
    place, limits, began = judged(address, inside), Limits(seconds, most), time.monotonic()
    with refusals_of_ours(), closing(connection(place, limits)) as asking:
        asking.request("POST", place.target, body, {**headers, **_headers()})
        answer = asking.getresponse()
        said = read(answer, most, may_be_cut=True)
        return Answered(answer.status, said, time.monotonic() - began, _rest(str(answer.getheader("Retry-After", ""))))


def _rest(asked: str) -> int:
    return min(int(asked), LONGEST_REST) if SECONDS_TO_REST.fullmatch(asked) else 0


def _headers() -> dict[str, str]:
    """Who brings it. No cookies, no referrer."""
    return {"User-Agent": f"Junto/{settings.VERSION} (tells what it was asked to tell)", "Connection": "close"}
