"""Lets go of what was begun with a chat and never finished, and of addresses for answers that no chat waits for any more."""

from datetime import timedelta

from junto.interop.models import ChatAddress, ChatLink, ChatQuestion
from junto.kit.clock import now
from junto.kit.work import listener

UNFINISHED = timedelta(days=1)


@listener
def forget_unfinished() -> None:
    """Links and places nobody confirmed within a day; where replies went."""
    before = now() - UNFINISHED
    ChatLink.objects.filter(confirmed_at=None, begun_at__lt=before).delete()
    ChatAddress.objects.filter(confirmed_at=None, set_up_at__lt=before).delete()
    ChatQuestion.objects.filter(reply_until__lt=now()).exclude(sealed_reply_to="").update(sealed_reply_to="")
