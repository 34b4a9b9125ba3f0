"""What the room offers for pages of other rooms."""

from junto.interop.webhooks.slots import SentOutside, TellOthers

__all__ = ["SentOutside", "TellOthers"]
