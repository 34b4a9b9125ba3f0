"""Whatever happened in a house: what never stands in anybody's edition."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from junto.digest.models import Thing
from junto.digest.readers import readers
from junto.digest.week import gather
from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.people.blocking import block
from junto.people.models import Block
from junto.posts.models import Post, ReadPosition, Thread, Watch
from junto.spaces.models import Membership, Space
from tests.digest import MONDAY, composed, given
from tests.village import person

PEOPLE, SPACES, THREADS, DEEDS = 9, 5, 26, 60
TOPICS = ["pumps", "beans", "noise", "ladders"]


def history(chance: random.Random) -> list:
    """A house in which much happened, of all kinds, in any order."""
    people = [person(f"P{number} Somebody") for number in range(PEOPLE)]
    ways = {"all": "open", "listed": "request", "hidden": "invitation"}
    spaces = [
        Space.objects.start(by=chance.choice(people), name="S", purpose="x", visibility=sight, joining=ways[sight], topics=[topic])
        for sight, topic in zip(chance.choices(list(ways), k=SPACES), chance.choices(TOPICS, k=SPACES), strict=True)
    ]
    for somebody in people:
        somebody.can_be_asked_about(chance.sample(TOPICS, 2))
        for space in chance.sample(spaces, 2):
            space.add(somebody)
    threads = [opened(chance, space, number) for number, space in enumerate(chance.choices(spaces, k=THREADS))]
    for _ in range(DEEDS):
        happens(chance, people, spaces, chance.choice(threads))
    return people


def opened(chance, space, number):
    kind, by = chance.choice(["question", "discussion"]), chance.choice(list(space.memberships.all())).person
    topics = chance.sample(TOPICS, chance.randrange(3))
    return Thread.objects.open(space, by=by, title=f"T{number} in {space}", source="It hums.", kind=kind, topics=topics)


def happens(chance, people, spaces, thread):
    """One more thing."""
    thread, somebody = Thread.objects.get(pk=thread.pk), chance.choice(people)
    post = chance.choice(list(thread.posts.all()))
    deeds = {
        "answer": lambda: None if thread.is_closed else thread.reply(by=somebody, source=f"Yes, {chance.random()}."),
        "accept": lambda: post.accept(by=thread.author) if post.kind == "answer" and not post.is_deleted else None,
        "help": lambda: post.help(somebody) if post.author_id != somebody.pk else None,
        "read": lambda: ReadPosition.objects.reach(thread, somebody, thread.last_post_id),
        "mute": lambda: Watch.objects.choose(thread, somebody, "muted"),
        "block": lambda: block(somebody, chance.choice([other for other in people if other != somebody])),
        "follow": lambda: somebody.follows.begin(somebody, chance.choice(people)),
        "close": lambda: thread.close(by=somebody),
        "delete": lambda: thread.delete_softly(by=somebody),
        "delete post": lambda: post.delete_softly(by=somebody) if post.kind != "opening" else None,
        "hide": lambda: chance.choice(spaces).change(by=somebody, visibility="hidden"),
        "leave": lambda: Membership.objects.filter(person=somebody, space=thread.space, role="member").delete(),
    }
    often = {"answer": 14, "accept": 7, "help": 8, "read": 6, "follow": 3}
    deeds[chance.choices(list(deeds), [often.get(deed, 1) for deed in deeds])[0]]()


@pytest.mark.parametrize("seed", range(2))
def test_what_never_stands_in_an_edition(db, seed, time_machine):
    people = history(random.Random(seed))
    work_off()
    composed(people)
    for somebody in people:
        for thing in Thing.objects.given_to([somebody.pk]):
            must_be_right(thing, somebody)
    full = Counter(Thing.objects.values_list("edition", flat=True))
    assert len(full) > PEOPLE / 2
    assert max(full.values()) <= 5
    later_again(people, time_machine)


def must_be_right(thing, somebody):
    """They may read it, and it is not theirs, read, told, muted, over, or by anybody they keep apart from."""
    thread, post = Thread.objects.visible_to(somebody).get(pk=thing.thread_id), Post.objects.visible_to(somebody).get(pk=thing.post_id)
    assert somebody.pk not in (thread.author_id, post.author_id)
    assert not ReadPosition.objects.filter(person=somebody, thread=thread, post_id__gte=post.pk).exists()
    assert not somebody.inbox.filter(thread_id=thread.pk, post_id__gte=post.pk).exists()
    assert not Watch.objects.filter(person=somebody, thread=thread, level="muted").exists()
    assert not thread.is_closed
    assert not Block.objects.people_apart_from(somebody.pk) & {thread.author_id, post.author_id}
    if thing.why == "chance":
        assert not thread.space.memberships.filter(person=somebody).exists()


def later_again(people, time_machine):
    """A week later nothing comes that stood there before."""
    time_machine.move_to(now() + timedelta(days=3))
    composed(people, MONDAY + timedelta(days=7))
    given_so_far = Counter(Thing.objects.values_list("edition__person", "thread"))
    assert max(given_so_far.values()) == 1


def test_the_words_of_a_hidden_space_reach_nobody_outside_even_by_its_topics(secret, question, ben, eve):
    secret.topics.set(question.topics.all())
    eve.can_be_asked_about(["pumps"])
    assert [line.title for line in given(eve)] == [question.title]


def test_what_becomes_readable_to_fewer_while_a_round_goes_on_is_not_shown(question, eve, cleo):
    eve.can_be_asked_about(["pumps"])
    week = gather(MONDAY, now())
    question.space.change(by=cleo, visibility="listed")
    assert [reader.spaces for reader in readers([eve.pk], week)] == [set()]
    assert given(eve) == []
