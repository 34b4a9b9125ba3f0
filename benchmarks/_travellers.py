"""The travel community of the shared data as a house: every question by its title, every answer by who gave it and when. No texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management import call_command

from benchmarks._bulk import write
from benchmarks._communities import FOLDER, moment, objects, rows
from junto.kit.searchable import Searchable
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search import writing
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

QUESTION, ANSWER = "1", "2"
STEP = 500


def posts_2017() -> list[dict[str, Any]]:
    """Questions with titles and their answers, oldest first."""
    return _ordered([_row(post) for post in rows(FOLDER / "travel-2017/posts.csv.gz")])


def posts_2011() -> list[dict[str, Any]]:
    """The same of the first ten thousand posts, whose questions bear topics."""
    return _ordered([_row(post) for post in objects(FOLDER / "travel-2011/posts.jsonl.gz")])


def _row(given: Mapping[str, Any]) -> dict[str, Any]:
    owner = str(given.get("OwnerUserId") or "").split(".")[0]
    return {
        "id": int(given["Id"]),
        "kind": str(given["PostTypeId"]),
        "parent": int(float(given.get("ParentId") or 0)),
        "author": int(owner) if owner.lstrip("-").isdecimal() and int(owner) > 0 else None,
        "at": moment(given["CreationDate"]),
        "title": given.get("Title") or "",
        "topics": re.findall(r"<([^<>]+)>", given.get("Tags") or ""),
    }


def _ordered(posts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    questions = {row["id"] for row in posts if row["kind"] == QUESTION}
    kept = [row for row in posts if row["kind"] == QUESTION or (row["kind"] == ANSWER and row["parent"] in questions)]
    return sorted(kept, key=lambda row: (row["at"], row["id"]))


def build(posts: list[dict[str, Any]]) -> Space:
    """Writes all of it into the present database and has the questions indexed; numbers stay what they were."""
    call_command("migrate", verbosity=0, interactive=False)
    people = sorted({post["author"] for post in posts} - {None})
    write(Person, ({"id": number, "name": f"Person {number}", "email": f"p{number}@example.org", "password": "!"} for number in people))
    space = Space.objects.create(name="Travel", slug="travel", purpose="So that this can be measured.")
    write(Membership, ({"id": at, "space_id": space.pk, "person_id": number} for at, number in enumerate(people, start=1)))
    questions = [post for post in posts if post["kind"] == QUESTION]
    write(Thread, _threads(questions, posts, space))
    write(Post, _posts(posts))
    _about(questions)
    _index([question["id"] for question in questions])
    return space


def _threads(questions: list[dict[str, Any]], posts: list[dict[str, Any]], space: Space) -> Iterator[dict[str, Any]]:
    answered = {post["parent"] for post in posts if post["kind"] == ANSWER}
    for post in questions:
        at = {"opened_at": post["at"], "last_activity_at": post["at"], "answer_count": int(post["id"] in answered)}
        yield {"id": post["id"], "space_id": space.pk, "title": post["title"][:200], "author_id": post["author"], "language": "en", **at}


def _posts(posts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    text = {"source": "", "html": "", "plain": "", "renderer": 1}
    for post in posts:
        is_question = post["kind"] == QUESTION
        place = {"thread_id": post["id"] if is_question else post["parent"], "kind": "opening" if is_question else "answer"}
        yield {"id": post["id"], "author_id": post["author"], "written_at": post["at"], **place, **text}


def _about(questions: list[dict[str, Any]]) -> None:
    names = sorted({topic for question in questions for topic in question["topics"]})
    if names:
        numbers = {name: at for at, name in enumerate(names, start=1)}
        write(Topic, ({"id": number, "name": name, "slug": name} for name, number in numbers.items()))
        pairs = [(question["id"], numbers[topic]) for question in questions for topic in question["topics"]]
        write(Thread.topics.through, ({"id": at, "thread_id": one, "topic_id": topic} for at, (one, topic) in enumerate(pairs, start=1)))


def _index(numbers: list[int]) -> None:
    searchable = Searchable.named("thread")
    assert searchable is not None
    for at in range(0, len(numbers), STEP):
        writing.write(searchable, numbers[at : at + STEP], anew=True)
