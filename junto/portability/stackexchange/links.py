from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.leading_home import lead_home
from junto.portability.stackexchange.rows import Broken, Row
from junto.portability.stackexchange.stage import Stage
from junto.posts.models import ThreadLink

KINDS = {"1": ThreadLink.Kind.RELATED, "3": ThreadLink.Kind.DUPLICATE}
NOT_HERE = "links something that is not in the dump"


class Link(NamedTuple):
    """That one post belongs with another."""

    row: Row
    one: str
    other: str
    kind: ThreadLink.Kind


class Links(Stage):
    """Related questions and duplicates; then addresses of the old site inside texts are rewritten."""

    name, file = "links", "PostLinks.xml"

    def read(self, row: Row, landing: Landing) -> Link:
        kind = KINDS.get(row.need("LinkTypeId"))
        if kind is None:
            raise Broken(NOT_HERE)
        row.time("CreationDate")
        return Link(row, row.need("PostId"), row.need("RelatedPostId"), kind)

    def take(self, found: Sequence[Link], landing: Landing) -> None:
        posts = landing.posts(key for link in found for key in (link.one, link.other))
        links = []
        for link in found:
            one, other = posts.get(link.one), posts.get(link.other)
            if one is None or other is None or one.thread_id == other.thread_id:
                landing.leave_out(link.row, NOT_HERE)
            else:
                links.append(ThreadLink(thread=one.thread, other=other.thread, kind=link.kind, at=link.row.time("CreationDate")))
        ThreadLink.objects.begin_all(links)
        landing.count("links", len(links))

    def settle(self, landing: Landing) -> Iterator[Callable[[], None]]:
        return lead_home(landing)
