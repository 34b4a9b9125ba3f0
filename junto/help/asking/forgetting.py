"""Lets go of who was asked what: after fourteen days nobody can know, not in a table, not in an inbox."""

from junto.help.asking.notices import MayKnow
from junto.help.models import Request
from junto.help.models.request import KEPT
from junto.kit.clock import now
from junto.kit.work import listener
from junto.notify.models import InboxItem


@listener
def forget_requests() -> None:
    """Deletes what is older, and the lines of the inbox that told of it. Facts lose the person by their own time."""
    before = now() - KEPT
    Request.objects.filter(at__lt=before).delete()
    InboxItem.objects.filter(notice=MayKnow.name, at__lt=before).delete()
