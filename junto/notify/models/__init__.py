from junto.notify.models.call import Call
from junto.notify.models.call_made import CallMade
from junto.notify.models.closed_way import ClosedWay
from junto.notify.models.inbox_actor import InboxActor
from junto.notify.models.inbox_item import InboxItem
from junto.notify.models.level import Level
from junto.notify.models.preferences import Preferences
from junto.notify.models.sending import Sending

__all__ = ["Call", "CallMade", "ClosedWay", "InboxActor", "InboxItem", "Level", "Preferences", "Sending"]
