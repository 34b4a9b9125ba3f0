"""What somebody set to Friday's on their own page: the threads of which they want to hear then, and that are not in the letter anyhow."""

from collections.abc import Collection
from dataclasses import dataclass

from junto.design.links import url
from junto.digest.readers import Reader, shunning
from junto.notify.friday import for_friday
from junto.people.models import Person
from junto.posts.models import Thread

MOST = 10


@dataclass(frozen=True)
class Title:
    """One thread, by its title."""

    text: str
    url: str
    place: str


@dataclass(frozen=True)
class Also:
    """Those that fit, how many more wait in the inbox, and what is settled once the letter is out."""

    titles: list[Title]
    more: int
    calls: list[int]


def also_for(person: Person, but: Collection[int | None]) -> Also:
    """What waits for this person's letter, newest first; `but` are the threads that stand in it already."""
    waiting = for_friday([person]).get(person.pk, [])
    threads = list(dict.fromkeys(each.thread_id for each in waiting if each.thread_id not in but))
    titles = _titles(threads, person)
    return Also(titles[:MOST], max(len(titles) - MOST, 0), [each.call_id for each in waiting])


def _titles(threads: list[int], person: Person) -> list[Title]:
    rows = Thread.objects.visible_to(person).filter(pk__in=threads).select_related("space").prefetch_related("topics")
    found, reader = {thread.pk: thread for thread in rows}, shunning(person.pk)
    wanted = (found[number] for number in threads if number in found)
    return [Title(thread.title, url("posts:thread", thread.pk), thread.space.name) for thread in wanted if not _shuns(reader, thread)]


def _shuns(reader: Reader, thread: Thread) -> bool:
    topics = [topic.pk for topic in thread.topics.all()]
    return reader.shuns(thread=thread.pk, space=thread.space_id, topics=topics, people=(thread.author_id,))
