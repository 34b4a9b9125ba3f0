"""Puts to people in private whether others may ask them about a topic: those whose answers on it helped, one topic at a time."""

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q

from junto.help.models import Consent
from junto.help.models.consent import NOT_AGAIN_FOR
from junto.kit.clock import now
from junto.kit.work import listener
from junto.people.models import Expertise
from junto.posts.models import Post
from junto.spaces.models import Space

LATELY = timedelta(days=180)
ENOUGH = 2
"""So many answers on a topic helped somebody, lately."""
LEFT_ALONE = timedelta(days=14)
AT_ONCE = 500


@listener
def suggest() -> None:
    """Once a night. What nobody answered is taken for "not now"; what was said "not now" to long ago is forgotten."""
    Consent.objects.open().filter(at__lt=now() - LEFT_ALONE).update(answer=Consent.Answer.NOT_NOW, at=now())
    Consent.objects.filter(answer=Consent.Answer.NOT_NOW, at__lt=now() - NOT_AGAIN_FOR).delete()
    best: dict[int, int] = {}
    for person, topic in _knowing():
        best.setdefault(person, topic)
    Consent.objects.bulk_create(Consent(person_id=person, topic_id=topic) for person, topic in best.items())


def _knowing() -> list[tuple[int, int]]:
    """Person and topic, the best known first: of answers everybody may read, because a yes is read by everybody."""
    answers = Post.objects.standing().filter(kind=Post.Kind.ANSWER, author__is_active=True, author__email__isnull=False)
    helped = answers.filter(Q(helped_count__gt=0) | Q(acceptance__isnull=False), written_at__gt=now() - LATELY, thread__deletion=None)
    open_to_all = helped.filter(thread__topics__isnull=False, thread__space__visibility=Space.Visibility.ALL)
    said = Expertise.objects.filter(person=OuterRef("author"), topic=OuterRef("thread__topics"))
    never = Consent.objects.filter(person=OuterRef("author"), topic=OuterRef("thread__topics"))
    lately = Consent.objects.filter(person=OuterRef("author"), at__gt=now() - NOT_AGAIN_FOR)
    left = open_to_all.exclude(Exists(said)).exclude(Exists(never)).exclude(Exists(lately))
    counted = left.order_by().values_list("author", "thread__topics").annotate(n=Count("pk", distinct=True)).filter(n__gte=ENOUGH)
    return [(person, topic) for person, topic, _ in counted.order_by("-n", "author", "thread__topics")[:AT_ONCE]]
