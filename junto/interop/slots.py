"""What the room offers for pages of other rooms."""

from junto.interop.feeds.slots import FollowSearch, FollowSpace, FollowThread, FollowTopic
from junto.interop.webhooks.slots import SentOutside, TellOthers

__all__ = ["FollowSearch", "FollowSpace", "FollowThread", "FollowTopic", "SentOutside", "TellOthers"]
