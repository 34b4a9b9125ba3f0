from junto.notify.models.inbox_actor import InboxActor
from junto.notify.models.inbox_item import InboxItem

__all__ = ["InboxActor", "InboxItem"]
