"""Brings a sealed call to a browser's service, through the judgement by which pages are fetched: a browser named the address."""

from collections.abc import Mapping
from contextlib import closing

from django.conf import settings

from junto.kit.fetch.limits import Limits
from junto.kit.fetch.place import Place, placed
from junto.kit.fetch.reaching import connection, refusals_of_ours
from junto.kit.fetch.refusals import NotOpen

SECONDS = 8.0


def judged(endpoint: str) -> Place:
    """The place, by the form of its address: https and a name on the public web, or a host that the operator named. Raises NotFetched."""
    place = placed(endpoint, settings.PUSH_INSIDE)
    if not place.is_inside and (place.scheme != "https" or place.is_numeric):
        raise NotOpen
    return place


def bring(endpoint: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, int]:
    """What its service said: a status, and for how many seconds it wants to be left alone. Raises NotFetched when nothing was said."""
    place = judged(endpoint)
    with refusals_of_ours(), closing(connection(place, Limits(SECONDS, 0))) as asking:
        asking.request("POST", place.target, body, {**headers, "User-Agent": f"Junto/{settings.VERSION}", "Connection": "close"})
        answer = asking.getresponse()
        asked = str(answer.getheader("Retry-After", ""))
        return answer.status, int(asked) if asked.isdecimal() and len(asked) < 6 else 0
