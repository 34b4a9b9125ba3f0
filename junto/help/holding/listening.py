"""What follows when somebody looks at an answer again, and what time brings."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from junto.help.holding.facts import AnswerDoubted, AnswerVerified, RelianceEnded
from junto.help.holding.notices import Doubted, MineDoubted
from junto.help.holding.planning import plan, topic_paces
from junto.help.models import Doubt, OutdatedTold
from junto.help.settled import settle
from junto.kit.clock import now
from junto.kit.facts import announce_all
from junto.kit.work import listener
from junto.posts.facts import PostEdited, PostOutdated
from junto.posts.models import Outdated, Post

LONG_ENOUGH = timedelta(minutes=15)
AT_ONCE = 200


@listener
def looked_at(fact: AnswerVerified | PostOutdated) -> None:
    """What readers asked is answered, and the next look is planned anew."""
    _settle(fact)


@listener
def asked_about(fact: AnswerDoubted) -> None:
    """It stands on the list of the hosts at once, and not only after the night in which it is planned."""
    _plan(fact.post_id)


@listener
def brought_up_to_date(fact: PostEdited) -> None:
    """An answer that was marked is changed: the new text is not the one that was meant."""
    for outdated in Outdated.objects.filter(post=fact.post_id, at__lt=fact.at).select_related("post__thread"):
        outdated.take_back(by=None)
    _settle(fact)


@listener
def tell_who_relied() -> None:
    """Those who relied on an answer hear once that it may no longer hold, when nobody took that back for a while."""
    told = Exists(OutdatedTold.objects.filter(post=OuterRef("post")))
    rows = Outdated.objects.filter(at__lte=now() - LONG_ENOUGH, post__deletion=None).exclude(told).select_related("post__thread")
    ripe = list(rows.order_by("at")[:AT_ONCE])
    OutdatedTold.objects.bulk_create(OutdatedTold(post=row.post) for row in ripe)
    announce_all(RelianceEnded(**row.about(None)) for row in ripe)


def _settle(fact: AnswerVerified | PostOutdated | PostEdited) -> None:
    """What was asked since is still to be looked at."""
    asked = Doubt.objects.filter(post=fact.post_id, at__lte=fact.at)
    if asked.exists():
        for notice in (MineDoubted, Doubted):
            settle(notice.name, fact.thread_id)
        asked.settle()
    _plan(fact.post_id)


def _plan(number: int) -> None:
    plan(list(Post.objects.standing().filter(pk=number, acceptance__isnull=False)), topic_paces())
