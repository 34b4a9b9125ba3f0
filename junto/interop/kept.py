"""What the room keeps of people."""

from junto.interop.chat.kept import KeptChatAddresses, KeptChatDoors, KeptChatLinks
from junto.interop.webhooks.kept import KeptWebhooks

__all__ = ["KeptChatAddresses", "KeptChatDoors", "KeptChatLinks", "KeptWebhooks"]
