from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.facts import PostsHelpedBefore
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread


class Helped(models.Model):
    """Somebody said "this helped me"."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="helped")
    person = models.ForeignKey(Person, models.CASCADE, related_name="helped_by")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "helped"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="helped_once")]

    def __str__(self) -> str:
        return f"{self.post_id} helped {self.person_id}"


class HelpedBeforeRows(models.QuerySet["HelpedBefore"]):
    @verb
    def add_all(self, helped: Mapping[tuple[int, date], int]) -> None:
        """Adds how many people each of these posts helped on each day, for an import, and brings the stored counts up to date."""
        known = {(row.post_id, row.day): row for row in self.filter(post__in={post for post, _ in helped})}
        again = [pair for pair in helped if pair in known]
        for pair in again:
            known[pair].people += helped[pair]
        HelpedBefore.objects.bulk_update([known[pair] for pair in again], ["people"])
        HelpedBefore.objects.bulk_create(
            HelpedBefore(post_id=post, day=day, people=helped[post, day]) for post, day in helped if (post, day) not in known
        )
        _count(helped)
        if helped:
            announce(PostsHelpedBefore(numbers=sorted({post for post, _ in helped})), at=now())


def _count(helped: Mapping[tuple[int, date], int]) -> None:
    thread_of = dict(Post.objects.filter(pk__in={post for post, _ in helped}).values_list("pk", "thread"))
    by_post: Counter[int] = Counter()
    by_thread: Counter[int] = Counter()
    for (post, _), people in helped.items():
        by_post[post] += people
        by_thread[thread_of[post]] += people
    _add(Post.objects.all(), by_post)
    _add(Thread.objects.all(), by_thread)


def _add(rows: models.QuerySet[Any], helped: Mapping[int, int]) -> None:
    """One statement for all rows to which the same is added: most have one or two more."""
    alike: dict[int, list[int]] = defaultdict(list)
    for number, people in helped.items():
        alike[people].append(number)
    for people, numbers in alike.items():
        rows.filter(pk__in=numbers).update(helped_count=F("helped_count") + people)


class HelpedBefore(models.Model):
    """How many people a post helped on a day before it was imported; by whom is not known."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="helped_before")
    day = models.DateField()
    people = models.PositiveIntegerField()

    objects = HelpedBeforeRows.as_manager()

    class Meta:
        db_table = "helped_before"
        constraints = [models.UniqueConstraint(fields=["post", "day"], name="helped_before_once")]

    def __str__(self) -> str:
        return f"{self.post_id} helped {self.people} on {self.day}"
