"""Former texts become revisions; why and by whom a question was closed is put right."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from junto.people.models import Person
from junto.portability.models import Brought
from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Stage
from junto.posts.models import Closure, Post, Revision

TITLES = {"1", "4", "7"}
BODIES = {"2", "5", "8"}
CLOSED = "10"
REASONS = {
    "1": "duplicate",
    "101": "duplicate",
    "2": "off topic",
    "102": "off topic",
    "3": "subjective and argumentative",
    "4": "not a real question",
    "7": "too localized",
    "10": "general reference",
    "20": "noise or pointless",
    "103": "needs details or clarity",
    "104": "needs more focus",
    "105": "opinion-based",
}


class Change(NamedTuple):
    """One change of a post: its title, its text, or that it was closed. Title and text of one change share a mark."""

    post: str
    by: str
    kind: str
    text: str
    mark: str
    at: datetime


class History(Stage):
    """Every version of a text is kept as it comes; at the end the newest, which is the present text, is taken away again."""

    name, file = "history", "PostHistory.xml"

    def read(self, row: Row, landing: Landing) -> Change | None:
        kind, post, by, at = row.need("PostHistoryTypeId"), row.need("PostId"), row.get("UserId"), row.time("CreationDate")
        if kind == CLOSED:
            return Change(post, by or _voter(row.get("Text")), kind, REASONS.get(row.get("Comment"), ""), "", at)
        if kind in TITLES | BODIES:
            return Change(post, by, kind, row.get("Text"), row.key("RevisionGUID"), at)
        landing.count("changes left out (tags, votes to close, bumps and the like)")
        return None

    def take(self, found: Sequence[Change], landing: Landing) -> None:
        posts = landing.posts(change.post for change in found)
        known = [change for change in found if change.post in posts]
        landing.count("changes of posts left out", len(found) - len(known))
        people = landing.people(change.by for change in known)
        _close([change for change in known if change.kind == CLOSED], posts, people)
        versions = Versions(landing, posts, people)
        landing.count("versions of texts", versions.keep([change for change in known if change.kind != CLOSED]))

    def finish(self, landing: Landing) -> None:
        brought = Brought.objects.filter(source=landing.source, kind="post").values("number")
        Revision.objects.filter(post__in=brought).end_with_the_present()


class Versions:
    """Puts the rows of a batch together to versions: each begins as the one before, and a row changes its title or its text."""

    def __init__(self, landing: Landing, posts: dict[str, Post], people: dict[str, Person]) -> None:
        self._landing, self._posts, self._people = landing, posts, people

    def keep(self, changes: Sequence[Change]) -> int:
        """Keeps them; says how many versions are new."""
        known = self._landing.numbers("revision", (self._key(change) for change in changes))
        begun = Revision.objects.in_bulk(set(known.values()))
        by_key = {key: begun[number] for key, number in known.items() if number in begun}
        newest = Revision.objects.latest_of({self._posts[change.post].pk for change in changes})
        latest = {post: begun.get(version.pk, version) for post, version in newest.items()}
        new: dict[str, Revision] = {}
        for change in changes:
            key = self._key(change)
            if key not in by_key:
                by_key[key] = new[key] = self._after(latest.get(self._posts[change.post].pk), change)
                latest[new[key].post_id] = new[key]
            _apply(change, by_key[key])
        Revision.objects.bulk_create(new.values())
        Revision.objects.bulk_update([by_key[key] for key in known if key in by_key], ["title", "source"])
        self._landing.remember("revision", {key: version.pk for key, version in new.items()})
        return len(new)

    def _key(self, change: Change) -> str:
        return f"{change.mark}:{self._posts[change.post].pk}"

    def _after(self, before: Revision | None, change: Change) -> Revision:
        same = {"title": before.title, "source": before.source} if before else {"title": "", "source": ""}
        return Revision(post=self._posts[change.post], by=self._people.get(change.by), at=change.at, **same)


def _apply(change: Change, version: Revision) -> None:
    if change.kind in TITLES:
        version.title = change.text[:200]
    else:
        version.source = change.text


def _close(changes: Sequence[Change], posts: dict[str, Post], people: dict[str, Person]) -> None:
    """The last to say why and by whom is right."""
    last = {posts[change.post].thread_id: change for change in changes}
    closures = list(Closure.objects.filter(thread__in=last))
    for closure in closures:
        change = last[closure.thread_id]
        closure.by, closure.because = people.get(change.by), change.text
    Closure.objects.bulk_update(closures, ["by", "because"])


def _voter(text: str) -> str:
    """The first of those who voted to close, from the note a dump keeps."""
    try:
        return str(json.loads(text)["Voters"][0]["Id"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
