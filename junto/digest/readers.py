"""What is known of the people who are to be given something: a dozen queries for all of them together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q

from junto.digest.models.thing import Thing
from junto.digest.week import Week
from junto.kit.clock import now
from junto.kit.occasions import Occasion, Soon
from junto.notify.defaults import MAIL
from junto.notify.models import Call, InboxItem, Level
from junto.people.models import Block, Expertise, Follow, Person
from junto.posts.models import Post, ReadPosition, Watch
from junto.spaces.models import Membership

ANSWERED = timedelta(days=180)
"""How far back somebody's answers say what they know."""
NOT_YET = timedelta(days=2)
COMES_UP = timedelta(days=10)
"""An occasion is named from ten days to two days before: later a weekly letter is no reminder."""


@dataclass(slots=True)
class Reader:
    """One person, as far as it matters for what they are given. Nobody but them is ever shown any of it."""

    person: int
    spaces: set[int] = field(default_factory=set)
    can_be_asked: set[int] = field(default_factory=set)
    answered_about: set[int] = field(default_factory=set)
    spaces_about: set[int] = field(default_factory=set)
    follows: set[int] = field(default_factory=set)
    languages: Collection[str] = ()
    """Those they said they speak; none, when they said nothing."""
    apart: set[int] = field(default_factory=set)
    """People with a block between them and the reader, whoever set it."""
    given: set[int] = field(default_factory=set)
    """Threads that stood in an earlier edition."""
    given_occasions: set[str] = field(default_factory=set)
    read_to: dict[int, int] = field(default_factory=dict)
    """How far they read in each thread, or were told of it elsewhere."""
    muted_threads: set[int] = field(default_factory=set)
    muted_spaces: set[int] = field(default_factory=set)
    muted_topics: set[int] = field(default_factory=set)
    muted_people: set[int] = field(default_factory=set)
    soon: list[Soon] = field(default_factory=list)

    def understands(self, language: str) -> bool:
        """Whether they speak it, as far as either is known."""
        return not language or not self.languages or language in self.languages

    def shuns(self, *, thread: int, space: int, topics: Iterable[int], people: Collection[int | None]) -> bool:
        """Whether they muted it, or keep apart from somebody whose it is, or the other way round."""
        return (
            thread in self.muted_threads
            or space in self.muted_spaces
            or not self.muted_topics.isdisjoint(topics)
            or not self.muted_people.isdisjoint(people)
            or not self.apart.isdisjoint(people)
        )


def readers(people: Sequence[int], week: Week) -> list[Reader]:
    """These people, in their order."""
    known = {person: Reader(person) for person in people}
    _belonging(known, week)
    _knowing(known, week)
    _speaking_and_following(known)
    _given(known)
    _read_and_told(known, week)
    _shunning(known)
    _soon(known, week)
    return list(known.values())


def shunning(person: int) -> Reader:
    """Only what this person muted and whom they keep apart from."""
    reader = Reader(person)
    _shunning({person: reader})
    return reader


def _belonging(known: dict[int, Reader], week: Week) -> None:
    for person, space in Membership.objects.filter(person__in=known).values_list("person", "space"):
        known[person].spaces.add(space)
        known[person].spaces_about.update(week.topics_of_space.get(space, ()))


def _knowing(known: dict[int, Reader], week: Week) -> None:
    for person, topic in Expertise.objects.filter(person__in=known).values_list("person", "topic"):
        known[person].can_be_asked.add(topic)
    answers = Post.objects.filter(author__in=known, kind=Post.Kind.ANSWER, deletion=None, written_at__gte=week.until - ANSWERED)
    about = answers.filter(thread__topics__isnull=False).values_list("author", "thread__topics")
    for person, topic in about.order_by().distinct():
        known[person].answered_about.add(topic)


def _speaking_and_following(known: dict[int, Reader]) -> None:
    for person, languages in Person.objects.filter(pk__in=known).values_list("pk", "languages"):
        known[person].languages = languages
    for person, followed in Follow.objects.filter(person__in=known).values_list("person", "followed"):
        known[person].follows.add(followed)


def _given(known: dict[int, Reader]) -> None:
    for person, thread, occasion in Thing.objects.given_to(known).values_list("edition__person", "thread", "occasion"):
        known[person].given.add(thread)
        known[person].given_occasions.add(occasion)


def _read_and_told(known: dict[int, Reader], week: Week) -> None:
    """Every position somebody reached, because an answer of long ago may be found only now; only threads of the week are kept.

    What waits for this very letter was told nobody yet.
    """
    read = ReadPosition.objects.filter(person__in=known).values_list("person", "thread", "post_id")
    waits = Call.objects.for_friday(MAIL).filter(person__in=known).values("item")
    lines = InboxItem.objects.filter(person__in=known, thread_id__isnull=False).exclude(pk__in=waits)
    told = lines.values_list("person", "thread_id", "post_id")
    for rows in (read, told):
        for person, thread, post in rows.iterator(chunk_size=2_000):
            if thread in week.threads:
                positions = known[person].read_to
                positions[thread] = max(positions.get(thread, 0), post or 0)


def _shunning(known: dict[int, Reader]) -> None:
    blocks = Block.objects.filter(Q(person__in=known) | Q(blocked__in=known)).values_list("person", "blocked")
    for pair in blocks:
        for one, other in (pair, pair[::-1]):
            if one in known:
                known[one].apart.add(other)
    for person, thread in Watch.objects.filter(person__in=known).muting(now()).values_list("person", "thread"):
        known[person].muted_threads.add(thread)
    for level in Level.objects.muting_for(known):
        _mute(known[level.person_id], level)


def _mute(reader: Reader, level: Level) -> None:
    for muted, number in (
        (reader.muted_spaces, level.space_id),
        (reader.muted_topics, level.topic_id),
        (reader.muted_people, level.whom_id),
    ):
        if number is not None:
            muted.add(number)


def _soon(known: dict[int, Reader], week: Week) -> None:
    for kind in Occasion.every():
        for person, occasions in kind.soon(known, week.until + NOT_YET, week.until + COMES_UP).items():
            reader = known[person]
            reader.soon += [soon for soon in occasions if soon.address not in reader.given_occasions]
    for reader in known.values():
        reader.soon.sort(key=lambda soon: (soon.at, soon.address))
