"""Something that is not for everybody, and the ways in which somebody may come to stand outside."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space
from tests.access.rows import every_row

WORDS = ("giraffe", "clubhouse", "okapi")
"""What the doors are asked for is the zebra; these words stand beside it, everywhere, and may not come out."""
ASKED_FOR = ("", "words=zebra&q=zebra&title=zebra&elsewhere=zeb", "space=zebra-clubhouse&topic=zebra-okapi&words=zebra")
SEARCHES = ("zebra", "in:zebra-clubhouse", "by:ada zebra", "topic:zebra-okapi", '"zebra"', "is:unanswered zebra", "ze", "cleo zebra")
MARKS = re.compile(r"[A-Za-z0-9]{64}|<dd>\d\d:\d\d</dd>")
"""Tokens against forged forms, and what time it is where somebody works."""


@dataclass(frozen=True)
class Secret:
    """A thread, with a post by somebody else, in a space of its own."""

    space: Space
    thread: Thread
    post: Post

    @property
    def addresses(self) -> list[str]:
        """Where the things themselves stand."""
        rows = [row for row in every_row() if row.method == "GET" and re.search("{(space|thread|post)}", row.address)]
        numbers = {"space": self.space.slug, "thread": self.thread.pk, "post": self.post.pk, "ben": self.thread.author_id}
        numbers |= {"webhook": 1, "delivery": 1, "door": 1}
        return sorted({row.address.format(**numbers) for row in rows})


def keep_secret(*, host: Person, asker: Person, visibility: str = "hidden") -> Secret:
    """A space, a question with a topic of its own, an answer and a comment, all about the zebra."""
    joining = "invitation" if visibility == "hidden" else "open"
    purpose = "Where the zebra meets the okapi."
    space = Space.objects.start(
        by=host, name="Zebra clubhouse", purpose=purpose, visibility=visibility, joining=joining, kind="circle", topics=["zebra okapi"]
    )
    space.add(asker)
    title = "Why does the zebra fear the giraffe?"
    thread = Thread.objects.open(space, by=asker, title=title, source="The zebra giraffe sentence.", topics=["zebra okapi"])
    post = thread.reply(by=host, source="A zebra never fears a giraffe.")
    thread.reply(by=asker, source="This zebra does, giraffe or not.", parent=post)
    return Secret(space, thread, post)


def places_to_look(ada: Person, cleo: Person) -> list[str]:
    """Every page and part of the house that stands in no space, once as it is and once asked for the zebra.

    But for the list in which owners find hidden spaces by name, and which says so of itself.
    """
    pages = sorted({row.address for row in every_row() if row.method == "GET" and "{" not in row.address})
    pages = [page for page in pages if not page.startswith(("/account/", "/design/", "/spaces/cellar/", "/hidden-spaces/"))]
    pages += [f"/people/{ada.pk}/", f"/people/{cleo.pk}/", "/topics/zebra-okapi/", "/spaces/repairs/", "/spaces/repairs/mentionable/"]
    searches = [f"{page}?words={words}" for page in ("/search/", "/search/finds/", "/search/go/") for words in SEARCHES]
    return [f"{page}?{words}".rstrip("?") for page in pages for words in ASKED_FOR] + searches


def leaks(look: Callable[[str], str], addresses: list[str]) -> list[str]:
    """Where one of the words came out that had not been asked for."""
    return [f"{word}: {address}" for address in addresses for word in WORDS if word not in address and word in look(address).lower()]


def looking(client: Client) -> Callable[[str], str]:
    """All that comes out at an address: text, the names and texts of a file, where it leads. Asked once for each address."""
    seen: dict[str, str] = {}

    def look(address: str) -> str:
        if address not in seen:
            response = client.get(address)
            seen[address] = text_of(response) + response.headers.get("Location", "").partition("?")[0]
        return seen[address]

    return look


def text_of(response) -> str:
    """What an answer says, whatever it is wrapped in."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.headers.get("Content-Type") != "application/zip":
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode(errors='replace')}" for name in archive.namelist())
