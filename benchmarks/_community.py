"""A community of a known size to measure on: made quickly, the same every time, never in a database that is in use."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection, transaction

from junto.kit.clock import now
from junto.kit.models import Work
from junto.kit.text import render
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Membership, Space

PEOPLE, SPACES, THREADS, POSTS, HOT = 2_000, 20, 2_000, 40_000, 200
READERS = 16
WORDS_A_POST = 120
TEXTS = 400
STEP = 2_000


class Vocabulary:
    """Words as rare and as common as in real talk: the n-th as likely as 1/n."""

    def __init__(self, chance: random.Random, size: int = 8_000) -> None:
        self.chance = chance
        starts = [*"bcdfghklmnprstvw", "br", "gr", "pl", "st", "tr"]
        middles = [*"aeiou", "ai", "ea", "oo"]
        ends = [*"nrtls", "nd", "st", "ck", "rm", "ng"]
        last = ["", "er", "ing", "le", "ow"]
        made = {"".join(chance.choice(part) for part in (starts, middles, ends, last)) for _ in range(size * 4)}
        self.words = sorted(made)[:size]
        chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def some(self, count: int) -> list[str]:
        """So many words, common ones often."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def text(self) -> str:
        """A post of the usual length: two paragraphs, one word in bold, one list."""
        words = self.some(WORDS_A_POST)
        words[20] = f"**{words[20]}**"
        return f"{' '.join(words[:50])}.\n\n{' '.join(words[50:100])}.\n\n- {' '.join(words[100:110])}\n- {' '.join(words[110:])}"


def ready() -> list[Person]:
    """The community in the present database, indexed, with nothing left to do; gives the people who will read."""
    call_command("migrate", verbosity=0, interactive=False)
    readers = _build()
    Work.objects.all().delete()
    call_command("reindex")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the database finds out by itself in daily use
    return readers


def newest_paths(threads: int) -> dict[str, list[str]]:
    """Where one may go: so many of the newest threads and words from their titles, every space, and home."""
    newest = list(Thread.objects.order_by("-pk")[:threads])
    words = [" ".join(thread.title.split()[2:4]) for thread in newest]
    return {
        "thread": [thread.get_absolute_url() for thread in newest],
        "space": [space.get_absolute_url() for space in Space.objects.order_by("pk")],
        "home": ["/"],
        "search": [f"/search/?words={quote(some)}" for some in words],
    }


def _build() -> list[Person]:
    """Fills the present database, and gives the people who will read."""
    chance = random.Random(20261121)
    words = Vocabulary(chance)
    people = _people(words)
    spaces = _spaces(people, chance)
    threads = _threads(spaces, people, words, chance)
    _posts(threads, people, words, chance)
    return people[:READERS]


def _in_steps(rows: list) -> Iterator[list]:
    for start in range(0, len(rows), STEP):
        with transaction.atomic():
            yield rows[start : start + STEP]


def _people(words: Vocabulary) -> list[Person]:
    with transaction.atomic():
        readers = [Person.objects.join(name=f"Reader {n}", email=f"reader{n}@example.org", password=None) for n in range(READERS)]
        Person.objects.join(name="Olga", email="olga@example.org", password=None, is_owner=True)
    others = [Person(name=" ".join(words.some(2)).title(), email=f"p{n}@example.org", password="!") for n in range(PEOPLE - READERS - 1)]
    for some in _in_steps(others):
        Person.objects.bulk_create(some)
    return [*readers, *others]


def _spaces(people: list[Person], chance: random.Random) -> list[Space]:
    with transaction.atomic():
        spaces = [Space.objects.start(by=people[0], name=f"Space {n}", purpose="So that this can be measured.") for n in range(SPACES)]
    joining = [(space, person) for space in spaces for person in people[1:] if person.pk < people[READERS].pk or chance.random() < 0.2]
    rows = [Membership(space=space, person=person) for space, person in joining]
    for some in _in_steps(rows):
        Membership.objects.bulk_create(some)
    return spaces


def _threads(spaces: list[Space], people: list[Person], words: Vocabulary, chance: random.Random) -> list[Thread]:
    rows = []
    for n in range(THREADS):
        at = now() - timedelta(minutes=10 * (THREADS - n))
        title = " ".join(words.some(8)).capitalize()
        given = {"author": chance.choice(people), "opened_at": at, "last_activity_at": at, "language": "en"}
        rows.append(Thread(space=spaces[n % SPACES], title=title, **given))
    for some in _in_steps(rows):
        Thread.objects.bulk_create(some)
    for space in spaces:
        with transaction.atomic():
            Space.objects.filter(pk=space.pk).update(thread_count=THREADS // SPACES, people_count=space.memberships.count())
    return rows


def _posts(threads: list[Thread], people: list[Person], words: Vocabulary, chance: random.Random) -> None:
    texts = [(source, render(source)) for source in (words.text() for _ in range(TEXTS))]
    openings = [_post(thread, "opening", None, people, texts, chance) for thread in threads]
    for some in _in_steps(openings):
        Post.objects.bulk_create(some)
    hot, rest = threads[-1], POSTS - THREADS - HOT
    answers = [_post(hot, "answer", None, people, texts, chance) for _ in range(HOT - 1)]
    answers += [_post(threads[n % (THREADS - 1)], "answer", None, people, texts, chance) for n in range(rest * 2 // 3)]
    for some in _in_steps(answers):
        Post.objects.bulk_create(some)
    under = chance.choices(answers[HOT:], k=POSTS - THREADS - len(answers))
    comments = [_post(post.thread, "comment", post, people, texts, chance) for post in under]
    for some in _in_steps(comments):
        Post.objects.bulk_create(some)
    _count(threads, answers, comments)


def _count(threads: list[Thread], answers: list[Post], comments: list[Post]) -> None:
    of_answers = Counter(post.thread_id for post in answers)
    of_all = of_answers + Counter(post.thread_id for post in comments)
    last = {post.thread_id: post.pk for post in [*answers, *comments]}
    for thread in threads:
        thread.answer_count, thread.post_count = of_answers[thread.pk], of_all[thread.pk] + 1
        thread.last_post_id = last.get(thread.pk, 0)
    for some in _in_steps(threads):
        Thread.objects.bulk_update(some, ["answer_count", "post_count", "last_post_id"])


def _post(thread: Thread, kind: str, parent: Post | None, people: list[Person], texts: list, chance: random.Random) -> Post:
    source, done = chance.choice(texts)
    given = {"source": source, "html": done.html, "plain": done.plain, "renderer": done.version}
    return Post(thread=thread, kind=kind, parent=parent, author=chance.choice(people), written_at=thread.opened_at, **given)
