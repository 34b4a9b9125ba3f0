"""What belongs together: links between questions, and addresses inside texts that now lead within the house."""

import re

from junto.kit.text import mentioned
from junto.portability.models import Brought
from junto.portability.stackexchange.rows import Broken, Row
from junto.portability.stackexchange.stage import Landing, Stage
from junto.posts.models import Post, Thread, ThreadLink

KINDS = {"1": ThreadLink.Kind.RELATED, "3": ThreadLink.Kind.DUPLICATE}
CHUNK = 200


class Links(Stage):
    """Related questions and duplicates; then addresses of the old site inside texts are rewritten."""

    name, file = "links", "PostLinks.xml"

    def take(self, row: Row, landing: Landing) -> None:
        kind = KINDS.get(row.need("LinkTypeId"))
        one, other = landing.post(row.need("PostId")), landing.post(row.need("RelatedPostId"))
        if kind is None or one is None or other is None or one.thread_id == other.thread_id:
            raise Broken("links something that is not in the dump")
        one.thread.link_to(other.thread, kind=kind, by=None, at=row.time("CreationDate"))
        landing.taken["links"] += 1

    def finish(self, landing: Landing) -> None:
        ours = Brought.objects.filter(source=landing.source, kind__in=["post", "comment"]).values("number")
        for post in (
            Post.objects.filter(pk__in=ours, source__contains=landing.site).select_related("thread__space").iterator(chunk_size=CHUNK)
        ):
            rewrite(post, landing)


def rewrite(post: Post, landing: Landing) -> None:
    """Has addresses of the old site that lead to something brought along lead there."""
    place = re.compile(rf"https?://{re.escape(landing.site)}/(?:(questions|q|a)/(\d+)(?:/[^\s)\"#]*)?(?:#(\d+))?|users/(\d+)[^\s)\"]*)")
    text = place.sub(lambda found: _address(found, landing), post.source)
    if text != post.source:
        post.write(text, post.people_mentionable(mentioned(text)))
        post.save(update_fields=["source", "html", "plain", "renderer"])
        landing.taken["texts with links led home"] += 1


def _address(found: re.Match[str], landing: Landing) -> str:
    kind, key, anchor, person = found.groups()
    if person:
        somebody = landing.person(person)
        return somebody.get_absolute_url() if somebody else found.group()
    answer = landing.post(anchor or (key if kind == "a" else "") or _answer_in(found.group()))
    thread = landing.thread(key)
    target: Post | Thread | None = answer or thread
    return target.get_absolute_url() if target else found.group()


def _answer_in(address: str) -> str:
    """The answer named by an address like `/questions/12/words/34`."""
    named = re.search(r"/questions/\d+/[^/]+/(\d+)", address)
    return named.group(1) if named else ""
