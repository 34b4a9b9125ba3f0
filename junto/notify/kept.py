from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Kept
from junto.notify.inbox import tidy
from junto.notify.models import InboxActor, InboxItem


class KeptInbox(Kept):
    name = "inbox"
    model = InboxItem
    what = _("What you were told in your inbox")
    why = _("so that you find again what concerned you")
    readers = _("only you")
    until = _("180 days after you saw it")
    forgotten_by = tidy
    fields = ("notice", "subject", "at", "seen_at")


class KeptInboxActor(Kept):
    name = "inbox_actor"
    model = InboxActor
    what = _("That an inbox of somebody else names you as who answered, mentioned or invited them")
    why = _("so that whoever is told knows by whom")
    readers = _("whoever was told")
    until = _("180 days after they saw it")
    forgotten_by = tidy
    fields = ("item__notice", "item__at")
