"""Strings written to do harm, and a way to put them wherever people can write."""

import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponse
from django.test import Client

from junto.posts.models import Post, Thread
from junto.spaces.models import Space
from tests.shared import DATA

TRIES = 8
TOGETHER = 40
OPEN = {"kind": "community", "joining": "open", "visibility": "all"}
PROFILE = ("name", "pronouns", "what_i_do", "department", "place", "languages", "ask_me_about")


def scripts() -> list[str]:
    """Every string that tries to run a script."""
    return (DATA / "hostile" / "xss.txt").read_text().splitlines()


def naughty() -> list[str]:
    """Every string that is known to break software."""
    return json.loads((DATA / "hostile" / "naughty-strings.json").read_text())


def in_bunches(strings: list[str]) -> Iterator[str]:
    """Texts of many strings each, every string a paragraph of its own."""
    for begin in range(0, len(strings), TOGETHER):
        yield "\n\n".join(strings[begin : begin + TOGETHER])


class Planter:
    """Somebody who writes nothing else, through the same forms as everybody."""

    def __init__(self, client: Client, strings: list[str]) -> None:
        self.client = client
        self.strings = itertools.cycle([string for string in strings if string.strip()])

    def word(self, longest: int = 10_000) -> str:
        """The next string, as far as it fits."""
        return next(self.strings)[:longest]

    def send(self, address: str, fields: Callable[[], dict[str, str]]) -> HttpResponse:
        """Sends a form with hostile fields; what a form rightly refuses is tried again with the next strings."""
        for _ in range(TRIES):
            response = self.client.post(address, fields())
            assert response.status_code < 500, (address, response.status_code)
            if response.status_code == 302:
                return response
        raise AssertionError(f"{address} took none of {TRIES} forms")

    def profile(self) -> None:
        """Everything one can say of oneself."""
        self.send("/people/me/", lambda: {**{name: self.word(40) for name in PROFILE}, "time_zone": "UTC"})

    def space(self) -> Space:
        """A space with a hostile name, purpose and topics."""
        self.send("/spaces/new/", lambda: {**OPEN, "name": self.word(120), "purpose": self.word(300), "topics": self.topics()})
        return Space.objects.latest("pk")

    def thread(self, space: Space) -> Thread:
        """A question with a hostile title, text and topics, commented, edited and closed with a hostile reason."""
        asked = {"kind": "question", "space": space.slug}
        self.send("/ask/", lambda: {**asked, "title": self.word(200), "text": self.word(), "topics": self.topics()})
        return Thread.objects.latest("pk")

    def post(self, thread: Thread, comment_on: Post | None = None) -> Post:
        """An answer, or a comment."""
        address = f"/posts/{comment_on.pk}/comments/" if comment_on else f"/threads/{thread.pk}/posts/"
        self.send(address, lambda: {"text": self.word()})
        return Post.objects.latest("pk")

    def edit(self, post: Post) -> None:
        """Another title, other topics, another text."""
        self.send(f"/posts/{post.pk}/edit/", lambda: {"title": self.word(200), "topics": self.topics(), "text": self.word()})

    def topics(self) -> str:
        """A few hostile topics."""
        return ",".join(self.word(50) for _ in range(2))

    def everything(self) -> dict[str, Any]:
        """All of it, once; gives what stands at the places of an address."""
        self.profile()
        space = self.space()
        thread = self.thread(space)
        post = self.post(thread)
        self.post(thread, comment_on=post)
        self.edit(thread.posts.get(kind="opening"))
        self.edit(post)
        self.send(f"/threads/{thread.pk}/closure/", lambda: {"because": self.word(500)})
        for key in ("ask", f"thread-{thread.pk}", f"edit-{post.pk}"):
            self.client.post(f"/drafts/{key}/", {"title": self.word(), "text": self.word(), "topics": self.topics(), "space": self.word()})
        return {"space": space.slug, "thread": thread.pk, "post": post.pk}
