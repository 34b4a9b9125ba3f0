"""A real community for measuring what is alike (travel-2017 and its neighbours in the shared data): questions by their titles, who
said that one asks the same as another, and what had helped by which day."""

import csv
import random
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import unescape
from pathlib import Path

from django.db import transaction

from benchmarks._communities import moment, objects, rows
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

STEP = 1000
LONGEST = 200
OF_OTHERS = 50
"""Letters of a text that fills the index up: about as much as a title has."""
DUPLICATE, LINK = "3", "1"
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Question:
    """What was asked, and when."""

    number: int
    title: str
    at: datetime


class Travel:
    """The community as it lies in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def questions(self) -> dict[int, Question]:
        """All questions, the oldest first."""
        return {
            int(row["Id"]): Question(int(row["Id"]), row["Title"], moment(row["CreationDate"]))
            for row in self._posts
            if row["PostTypeId"] == "1"
        }

    @cached_property
    def _posts(self) -> list[dict[str, str]]:
        return sorted(rows(self.folder / "travel-2017/posts.csv.gz"), key=lambda row: row["CreationDate"])

    @cached_property
    def same(self) -> dict[int, set[int]]:
        """Questions that were marked as duplicates, each with what it asks again."""
        found: dict[int, set[int]] = defaultdict(set)
        with (self.folder / "travel-2017/dup_qrels.csv").open() as file:
            for row in csv.DictReader(file):
                found[int(row["PostId"])].add(int(row["RelatedPostId"]))
        return dict(found)

    def happened(self) -> Iterator[tuple[datetime, str, int]]:
        """What happened to questions in the order of time: somebody was helped, it solved another one, it was linked."""
        thread_of = {row["Id"]: int(row["ParentId"] or row["Id"]) for row in self._posts}
        votes = [vote for vote in self._votes() if vote["PostId"] in thread_of]
        events = [(moment(vote["CreationDate"]), "helped", thread_of[vote["PostId"]]) for vote in votes]
        for link in rows(self.folder / "travel-2017/postlinks.csv.gz"):
            if link["RelatedPostId"] in thread_of:
                kind = "solved" if link["LinkTypeId"] == DUPLICATE else "linked"
                events.append((moment(link["CreationDate"]), kind, thread_of[link["RelatedPostId"]]))
        return iter(sorted(events))

    def _votes(self) -> Iterator[dict[str, str]]:
        return (vote for vote in rows(self.folder / "travel-2017/votes.csv.gz") if vote["VoteTypeId"] == "2")

    def others(self, most: int) -> list[str]:
        """Other real texts to fill an index up with: posts of two communities, then what was said in chats."""
        texts = [*self._of_2011(), *self._of_bicycles(), *self._of_chats()]
        random.Random(20261122).shuffle(texts)
        return texts[:most]

    def _of_2011(self) -> Iterator[str]:
        for post in objects(self.folder / "travel-2011/posts.jsonl.gz"):
            yield _cut(unescape(TAG.sub(" ", post.get("Body", ""))))

    def _of_bicycles(self) -> Iterator[str]:
        from xml.etree.ElementTree import iterparse

        for _, row in iterparse(self.folder / "bicycles-meta-2023/Posts.xml"):
            yield _cut(TAG.sub(" ", row.get("Body", "")))

    def _of_chats(self) -> Iterator[str]:
        with tarfile.open(self.folder.parent / "irc/irc_raw_annotations.tar.gz") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.name.endswith(".raw.txt") else None
                for line in file.read().decode(errors="replace").splitlines() if file else ():
                    said = line.partition("> ")[2]
                    if len(said.split()) > 6:
                        yield _cut(said)


def _cut(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:OF_OTHERS].strip()


def write_down(space: Space, titles: dict[int, tuple[str, datetime]]) -> None:
    """Threads with these numbers and titles and nothing else, past all that follows from a thread: the index is written later."""
    for start in range(0, len(titles), STEP):
        some = list(titles.items())[start : start + STEP]
        with transaction.atomic():
            threads = [
                Thread(pk=pk, space=space, title=title[:LONGEST], opened_at=at, last_activity_at=at, language="en")
                for pk, (title, at) in some
            ]
            Thread.objects.bulk_create(threads)
            Post.objects.bulk_create(
                Post(thread=thread, kind="opening", source="", html="", plain="", renderer=0, written_at=thread.opened_at)
                for thread in threads
            )
