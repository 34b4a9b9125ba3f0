"""When an answer should be looked at again: the sooner the more people rely on it, and the faster its topics grow old."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Exists, OuterRef, QuerySet

from junto.help.models import Review, Verification
from junto.kit.clock import now
from junto.kit.work import listener
from junto.posts.models import Helped, Outdated, Post, ReadPosition, Thread

WINDOW = timedelta(days=90)
USUALLY, SOONEST, LATEST = timedelta(days=365), timedelta(days=30), timedelta(days=730)
HALVED_AT, QUARTERED_AT = 5, 20
ENOUGH_OF_A_TOPIC = 5
AT_ONCE = 500


@listener
def plan_reviews() -> None:
    """Works out for every answer that solved something when it is due and how many rely on it. Answers that solve nothing now drop out."""
    Review.objects.exclude(Exists(_solving().filter(pk=OuterRef("post")))).delete()
    paces, last = topic_paces(), 0
    while posts := list(_solving().filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        plan(posts, paces)
        last = posts[-1].pk


def plan(posts: Sequence[Post], paces: Mapping[int, timedelta]) -> None:
    """The same for these, in a few statements however many they are."""
    relied, topics, seen = relied_on(posts), _topics(posts), _last_seen(posts)
    reviews = [
        Review(post=post, relied_on=relied[post.pk], due_at=seen[post.pk] + interval(relied[post.pk], topics[post.thread_id], paces))
        for post in posts
    ]
    Review.objects.bulk_create(reviews, update_conflicts=True, unique_fields=["post"], update_fields=["due_at", "relied_on"])


def interval(relied: int, topics: Iterable[int], paces: Mapping[int, timedelta]) -> timedelta:
    """A year, or what the fastest of its topics asks for; half of it where five rely on it in 90 days, a quarter where twenty do."""
    pace = min((paces[topic] for topic in topics if topic in paces), default=USUALLY)
    part = 4 if relied >= QUARTERED_AT else 2 if relied >= HALVED_AT else 1
    return max(SOONEST, min(LATEST, pace / part))


def topic_paces() -> dict[int, timedelta]:
    """How old answers about a topic were in the middle when somebody said that they may no longer hold; for topics with enough of them."""
    ages: dict[int, list[timedelta]] = defaultdict(list)
    rows = Outdated.objects.filter(post__thread__topics__isnull=False)
    for topic, marked, written in rows.values_list("post__thread__topics", "at", "post__written_at"):
        ages[topic].append(marked - written)
    return {topic: _middle(found) for topic, found in ages.items() if len(found) >= ENOUGH_OF_A_TOPIC}


def _middle(ages: Sequence[timedelta]) -> timedelta:
    return timedelta(seconds=median(age.total_seconds() for age in ages))


def relied_on(posts: Sequence[Post]) -> Counter[int]:
    """For each answer how many people read that far in its thread, or said that it helped, in the last 90 days; its author not counted."""
    since, authors = now() - WINDOW, {post.pk: post.author_id for post in posts}
    threads = defaultdict(list)
    for post in posts:
        threads[post.thread_id].append(post.pk)
    pairs = set(Helped.objects.filter(post__in=authors, at__gte=since).values_list("post_id", "person_id"))
    read = ReadPosition.objects.filter(thread__in=threads, at__gte=since).values_list("thread_id", "post_id", "person_id")
    pairs |= {(post, person) for thread, reached, person in read for post in threads[thread] if reached >= post}
    return Counter(post for post, person in pairs if person != authors[post])


def _solving() -> "QuerySet[Post]":
    """Answers that solve something and stand."""
    return Post.objects.standing().filter(acceptance__isnull=False, thread__deletion=None)


def _topics(posts: Sequence[Post]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    about = Thread.topics.through.objects.filter(thread__in={post.thread_id for post in posts})
    for thread, topic in about.values_list("thread_id", "topic_id"):
        found[thread].append(topic)
    return found


def _last_seen(posts: Sequence[Post]) -> dict[int, datetime]:
    """When somebody last wrote it, changed it or said that it holds."""
    checked = dict(Verification.objects.filter(post__in=posts).values_list("post", "at"))
    return {post.pk: max(filter(None, (post.written_at, post.edited_at, checked.get(post.pk)))) for post in posts}
