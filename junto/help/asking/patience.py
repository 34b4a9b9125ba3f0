"""How long a question waits for those who were asked: so many working hours of theirs."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Min, Q

from junto.notify.hours import Hours
from junto.posts.models import Post, Thread

LEAST, MOST = timedelta(hours=2), timedelta(hours=8)
STEP = timedelta(minutes=15)
LATELY = 50


def usual_wait(space: int) -> timedelta:
    """How long the first answer usually takes in this space (the median of the last fifty); never less than two hours or more than a day's
    work."""
    answers = Q(posts__kind=Post.Kind.ANSWER, posts__deletion=None)
    answered = Thread.objects.filter(space=space, kind=Thread.Kind.QUESTION, answer_count__gt=0, deletion=None)
    first = answered.annotate(first=Min("posts__written_at", filter=answers)).order_by("-opened_at").values_list("opened_at", "first")
    took = [at - opened for opened, at in first[:LATELY] if at]
    return min(max(median(took), LEAST), MOST) if took else LEAST


def over(hours: Sequence[Hours], moment: datetime, wait: timedelta) -> datetime:
    """When most of these people had that much working time."""
    ends = sorted(after_working(each, moment, wait) for each in hours)
    return ends[len(ends) // 2]


def after_working(hours: Hours, moment: datetime, wait: timedelta) -> datetime:
    """When so much of the person's own working time has passed since that moment."""
    while wait > timedelta():
        moment = hours.opens(moment) + STEP
        wait -= STEP
    return moment
