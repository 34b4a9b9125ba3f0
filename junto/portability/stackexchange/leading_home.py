"""Addresses of the old site inside texts lead to the same thing here."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from junto.kit.text import TooLong
from junto.kit.text.rerender import Redrawn, keep
from junto.people.models import Person
from junto.portability.models import Brought
from junto.portability.stackexchange.landing import Landing
from junto.posts.models import Post, Thread

CHUNK = 50


class Address(NamedTuple):
    """What an address of the old site names, by foreign number."""

    person: str
    post: str
    thread: str


def lead_home(landing: Landing) -> Iterator[Callable[[], None]]:
    """Rewrites the texts of this import that name the old site, some at a time. Gives what is to be kept of them, drawn already."""
    place = re.compile(rf"https?://{re.escape(landing.site)}/(?:(questions|q|a)/(\d+)(?:/[^\s)\"#]*)?(?:#(\d+))?|users/(\d+)[^\s)\"]*)")
    for posts in _naming(landing):
        homes = _homes([_named(found) for post in posts for found in place.finditer(post.source)], landing)
        redrawn = [done for post in posts if (done := _rewritten(post, place.sub(partial(_home, homes), post.source)))]
        if redrawn:
            yield partial(_keep, redrawn, landing)


def _naming(landing: Landing) -> Iterator[Sequence[Post]]:
    ours = Brought.objects.filter(source=landing.source, kind__in=["post", "comment"]).values("number")
    naming, after = Post.objects.filter(pk__in=ours, source__contains=landing.site).select_related("thread").order_by("pk"), 0
    while posts := list(naming.filter(pk__gt=after)[:CHUNK]):
        yield posts
        after = posts[-1].pk


def _named(found: re.Match[str]) -> Address:
    kind, key, anchor, person = found.groups()
    if person:
        return Address(person, "", "")
    # The answer of an address like `/questions/12/words/34`.
    inside = re.search(r"/questions/\d+/[^/]+/(\d+)", found.group())
    return Address("", anchor or (key if kind == "a" else "") or (inside.group(1) if inside else ""), key)


def _homes(named: Sequence[Address], landing: Landing) -> dict[Address, str]:
    """Where these addresses lead here; an answer comes before its question, and what is not here is missing."""
    people = landing.people(address.person for address in named)
    posts, threads = landing.posts(address.post for address in named), landing.threads(address.thread for address in named)
    found: dict[Address, str] = {}
    for address in named:
        target: Person | Post | Thread | None = people.get(address.person) or posts.get(address.post) or threads.get(address.thread)
        if target:
            found[address] = target.get_absolute_url()
    return found


def _home(homes: dict[Address, str], found: re.Match[str]) -> str:
    return homes.get(_named(found), found.group())


def _rewritten(post: Post, source: str) -> Redrawn | None:
    if source == post.source:
        return None
    before = Redrawn.of(post)
    try:
        post.source = source
        post.write_again()
    except TooLong:
        return None
    return before


def _keep(redrawn: Sequence[Redrawn], landing: Landing) -> None:
    landing.count("texts with links led home", keep(Post, redrawn))
