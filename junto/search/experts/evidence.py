"""What somebody's answers say about what they know of a topic (handbook, section 11)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import log
from typing import Any

from django.db.models import Count, Q

from junto.people.models import Expertise
from junto.posts.models import Helped, HelpedBefore, Post, Thread
from junto.search.experts.question import Question

A_MONTH = timedelta(days=30.44)
FADES = 0.9
"""What is left of an answer's weight after a month."""
PERSON_HELPED, UNRATED_ANSWER, DECLARED = 1.0, 0.5, 1.0
HALF_SURE = 3.0
LOOKS_BACK = timedelta(days=3 * 365)
"""After three years two hundredths are left."""
MOST_ANSWERS = 5_000


def strength(evidence: float) -> float:
    """E = x / (x + 3): 0 for nothing known, towards 1 the more is known. Of people only for choosing whom to ask; shown to nobody."""
    return evidence / (evidence + HALF_SURE)


def faded(at: datetime, now: datetime) -> float:
    """0.9 for each month that passed since."""
    return float(FADES ** (max(now - at, timedelta()) / A_MONTH))


@dataclass
class Known:
    """What speaks for one person, and which of their answers speaks loudest."""

    evidence: float = 0.0
    post: int | None = None
    loudest: float = field(default=0.0, repr=False)

    def add(self, evidence: float, post: int | None = None) -> None:
        """One more thing that speaks for them."""
        self.evidence += evidence
        if post is not None and evidence > self.loudest:
            self.post, self.loudest = post, evidence


def known_of_topics(question: Question) -> dict[int, Known]:
    """For each person what is known of the question's topics: rare topics count more than common ones, one alone counts 1."""
    found: dict[int, Known] = defaultdict(Known)
    weights = _weights(question)
    if not weights:
        return found
    for person, topic, evidence, post in _spoken_for(question):
        found[person].add(weights[topic] * evidence, post)
    for person, topic in Expertise.objects.filter(topic__in=question.topics).values_list("person_id", "topic_id"):
        found[person].add(weights[topic] * DECLARED)
    return found


def _weights(question: Question) -> Mapping[int, float]:
    """How rare each topic is among questions (idf), 1 in the middle."""
    if not question.topics:
        return {}
    earlier = Thread.objects.filter(kind=Thread.Kind.QUESTION, opened_at__lt=question.at)
    about = Thread.topics.through.objects.filter(topic__in=question.topics, thread__in=earlier)
    counted = dict(about.order_by().values_list("topic").annotate(n=Count("pk")))
    every = earlier.count()
    rare = {topic: log((every + 2) / (counted.get(topic, 0) + 1)) for topic in question.topics}
    middle = sum(rare.values()) / len(rare)
    return {topic: value / middle for topic, value in rare.items()}


def _spoken_for(question: Question) -> Iterator[tuple[int, int, float, int]]:
    """Person, topic, evidence and answer, for each person helped and each answer nobody rated."""
    answers = list(_answers(question))
    helped = _helped([row[0] for row in answers if row[4]], question)
    for post, author, topic, at, is_rated in answers:
        if is_rated:
            for weight in helped.get((post, author), ()):
                yield author, topic, PERSON_HELPED * weight, post
        else:
            yield author, topic, UNRATED_ANSWER * faded(at, question.at), post


def _answers(question: Question) -> Any:
    """Answers about these topics, as far as the asker may read them: number, author, topic, when, whether it helped anybody."""
    standing = Post.objects.visible_to(question.asker).filter(kind=Post.Kind.ANSWER, author__is_active=True)
    between = standing.filter(written_at__lt=question.at, written_at__gte=question.at - LOOKS_BACK)
    about = between.filter(thread__topics__in=question.topics).exclude(author=question.asker).order_by("-written_at")
    rated = Q(helped_count__gt=0) | Q(acceptance__isnull=False)
    return about.annotate(rated=rated).values_list("pk", "author_id", "thread__topics", "written_at", "rated")[:MOST_ANSWERS]


def _helped(posts: Collection[int], question: Question) -> dict[tuple[int, int], list[float]]:
    """For each answer the faded weight of everybody it helped; each person helped counts once for each who helped them, lately."""
    latest: dict[tuple[int, Any], tuple[datetime, int]] = {}
    for post, author, whom, at in _thanks(posts, question):
        latest[author, whom] = max(latest.get((author, whom), (at, post)), (at, post))
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (author, _whom), (at, post) in latest.items():
        found[post, author].append(faded(at, question.at))
    return found


def _thanks(posts: Collection[int], question: Question) -> Iterator[tuple[int, int, Any, datetime]]:
    """Answer, author, who was helped and when: who said so, whose question it solved, and people of before an import, unnamed."""
    until = {"post__in": posts}
    yield from Helped.objects.filter(**until, at__lt=question.at).values_list("post_id", "post__author_id", "person_id", "at")
    solved = Post.objects.filter(pk__in=posts, acceptance__at__lt=question.at).exclude(thread__author=None)
    yield from solved.values_list("pk", "author_id", "thread__author_id", "acceptance__at")
    before = HelpedBefore.objects.filter(**until).values_list("post_id", "post__author_id", "post__written_at", "people")
    for post, author, at, people in before:
        yield from ((post, author, (post, number), at) for number in range(people))
