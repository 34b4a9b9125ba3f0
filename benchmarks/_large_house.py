"""A house of ten thousand people in which a million facts happened in two years, more of them lately: the same every time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from benchmarks._bulk import write
from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.kit.text.render import VERSION
from junto.notify.models import InboxItem
from junto.people.models import Block, Expertise, Follow, Person
from junto.posts.models import Acceptance, Helped, Post, ReadPosition, Thread, Watch
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

YEARS = timedelta(days=730)
ZONES = ["Europe/Berlin", "Europe/Lisbon", "America/New_York", "Asia/Tokyo", "UTC"]
SIGHTS = ["all"] * 12 + ["listed"] * 5 + ["hidden"] * 3
WORDS = "It stands at two bar in the evening and at half a bar in the morning. No leak is to be seen."


@dataclass
class LargeHouse:
    """How much of everything there is; numbers of rows count from 1."""

    people: int = 10_000
    facts: int = 1_000_000
    chance: random.Random = random.Random(20261122)

    @cached_property
    def spaces(self) -> int:
        return max(self.people // 35, 5)

    @cached_property
    def threads(self) -> int:
        return self.facts * 8 // 100

    @cached_property
    def posts(self) -> int:
        return self.facts * 48 // 100

    @cached_property
    def at(self) -> list[datetime]:
        """When each thread was opened, the oldest first."""
        end = now() - timedelta(hours=1)
        return sorted(end - YEARS * self.chance.random() ** 1.5 for _ in range(self.threads))

    def build(self) -> None:
        """Writes all of it."""
        write(Person, self._people())
        write(Topic, ({"id": n, "name": f"topic {n}", "slug": f"topic-{n}"} for n in self._up_to(self.spaces * 2)))
        write(Space, self._spaces())
        write(Space.topics.through, ({"space_id": n, "topic_id": n} for n in self._up_to(self.spaces)))
        self._belonging()
        write(Thread, self._threads())
        write(Thread.topics.through, ({"thread_id": n, "topic_id": self._topic(self._space(n))} for n in self._up_to(self.threads)))
        write(Post, self._openings())
        write(Post, self._answers())
        self._marks()
        self._what_people_saw()
        write(FactRecord, self._facts())

    def _up_to(self, most: int) -> range:
        return range(1, most + 1)

    def _somebody(self) -> int:
        return self.chance.randint(1, self.people)

    def _space(self, thread: int) -> int:
        """A few spaces are loud."""
        return int(self.spaces * ((thread * 7919 % 10_007) / 10_007) ** 2) + 1

    def _topic(self, space: int) -> int:
        return self.chance.choice((space, space + self.spaces))

    def _people(self) -> Iterator[dict[str, Any]]:
        joined = now() - YEARS
        for n in self._up_to(self.people):
            yield {
                "id": n,
                "name": f"Person {n}",
                "email": f"p{n}@example.org",
                "password": "!",
                "time_zone": ZONES[n % 5],
                "joined_at": joined,
                "name_key": f"person {n}",
            }

    def _spaces(self) -> Iterator[dict[str, Any]]:
        for n in self._up_to(self.spaces):
            sight = SIGHTS[n % len(SIGHTS)]
            joining = "invitation" if sight == "hidden" else "open"
            yield {"id": n, "name": f"Space {n}", "slug": f"space-{n}", "purpose": "To measure.", "visibility": sight, "joining": joining}

    def _belonging(self) -> None:
        pairs = {(self._somebody(), self._space(n)) for n in range(self.people * 6)}
        write(Membership, ({"person_id": person, "space_id": space} for person, space in sorted(pairs)))
        knows = {(self._somebody(), self.chance.randint(1, self.spaces * 2)) for _ in range(self.people * 2)}
        write(Expertise, ({"person_id": person, "topic_id": topic} for person, topic in sorted(knows)))
        follows = {(self._somebody(), self._somebody()) for _ in range(self.people * 2)}
        write(Follow, ({"person_id": one, "followed_id": other} for one, other in sorted(follows)))
        apart = {(self._somebody(), self._somebody()) for _ in range(self.people // 20)}
        write(Block, ({"person_id": one, "blocked_id": other} for one, other in sorted(apart)))

    def _threads(self) -> Iterator[dict[str, Any]]:
        for n in self._up_to(self.threads):
            kind = "question" if n % 4 else "discussion"
            answered = kind == "question" and n % 7 > 0
            at = self.at[n - 1]
            yield {
                "id": n,
                "space_id": self._space(n),
                "kind": kind,
                "title": f"Why does machine {n} lose pressure overnight?",
                "author_id": self._author(n),
                "opened_at": at,
                "last_activity_at": at,
                "answer_count": 6 if answered else 0,
                "last_post_id": n,
            }

    def _author(self, thread: int) -> int:
        return thread * 31 % self.people + 1

    def _openings(self) -> Iterator[dict[str, Any]]:
        for n in self._up_to(self.threads):
            yield self._post(n, n, "opening", self._author(n))

    def _answers(self) -> Iterator[dict[str, Any]]:
        for n in self._up_to(self.posts):
            thread = n * self.threads // (self.posts + 1) + 1
            kind = "reply" if thread % 4 == 0 else "answer" if thread % 7 else "comment"
            yield self._post(self.threads + n, thread, kind, self._somebody())

    def _post(self, number: int, thread: int, kind: str, author: int) -> dict[str, Any]:
        return {
            "id": number,
            "thread_id": thread,
            "kind": kind,
            "author_id": author,
            "written_at": self.at[thread - 1],
            "source": WORDS,
            "html": f"<p>{WORDS}</p>",
            "plain": WORDS,
            "renderer": VERSION,
            "helped_count": number % 3,
        }

    def _marks(self) -> None:
        helped = ({"post_id": n * 2, "person_id": self._somebody(), "at": self._later(n * 2)} for n in self._up_to(self.facts * 28 // 100))
        write(Helped, helped)
        questions = [n for n in self._up_to(self.threads) if n % 4 and n % 7 and n % 2]
        write(Acceptance, ({"thread_id": n, "post_id": self._answer(n), "at": self._later(self._answer(n))} for n in questions))

    def _answer(self, thread: int) -> int:
        """The second answer of that thread."""
        return self.threads + (thread - 1) * (self.posts + 1) // self.threads + 2

    def _later(self, post: int) -> datetime:
        thread = post if post <= self.threads else (post - self.threads) * self.threads // (self.posts + 1) + 1
        return min(self.at[min(thread, self.threads) - 1] + timedelta(days=2) * self.chance.random(), self.at[-1])

    def _what_people_saw(self) -> None:
        read = {(self._somebody(), self._lately()) for _ in range(self.people * 40)}
        write(ReadPosition, ({"person_id": person, "thread_id": n, "post_id": self._answer(n)} for person, n in sorted(read)))
        watched = {(self._somebody(), self._lately()) for _ in range(self.people * 20)}
        level = ("watching", "watching", "muted")
        write(Watch, ({"person_id": person, "thread_id": n, "level": level[n % 3]} for person, n in sorted(watched)))
        write(InboxItem, (self._line(person, n) for person, n in sorted(watched) if n % 3 < 2))

    def _lately(self) -> int:
        return self.threads - int(self.threads * self.chance.random() ** 2)

    def _line(self, person: int, thread: int) -> dict[str, Any]:
        at = self.at[thread - 1]
        about = {"subject": f"thread:{thread}", "thread_id": thread, "post_id": self._answer(thread), "last_fact_id": thread}
        return {"person_id": person, "notice": "answer", "at": at, "seen_at": at, **about}

    def _facts(self) -> Iterator[dict[str, Any]]:
        kinds = ["PostWritten"] * 48 + ["PostHelped"] * 28 + ["MemberJoined"] * 12 + ["ThreadOpened"] * 8 + ["AnswerAccepted"] * 4
        for n in range(self.facts):
            thread = n * self.threads // self.facts + 1
            data = f'{{"thread_id": {thread}, "space_id": {self._space(thread)}, "post_id": {thread}, "by_id": 1}}'
            yield {"kind": kinds[n % 100], "data": data, "by_id": n % self.people + 1, "at": self.at[thread - 1]}
