"""Questions that wait too long: hosts hear of each once."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from junto.help.models import Escalation
from junto.help.waiting.usual import unanswered, waiting_longer
from junto.kit.clock import now
from junto.kit.work import listener
from junto.posts.models import Origin, Post, Thread

YOUNG = timedelta(days=30)
AT_ONCE = 500


@listener
def tell_hosts() -> None:
    """Tells hosts of questions that wait longer than is usual in their space. What an import brought is history."""
    came_from = Origin.objects.filter(post__thread=OuterRef("pk"), post__kind=Post.Kind.OPENING)
    asked = unanswered().filter(escalation=None, opened_at__gte=now() - YOUNG).exclude(Exists(came_from))
    late = waiting_longer(asked[:AT_ONCE])
    Escalation.objects.begin_all(list(Thread.objects.filter(pk__in=late)))
