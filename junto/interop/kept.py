"""What the room keeps of people."""

from junto.interop.chat.kept import KeptChatAddresses, KeptChatDoors, KeptChatLinks
from junto.interop.personal.kept import KeptPersonalAddresses
from junto.interop.webhooks.kept import KeptWebhooks

__all__ = ["KeptChatAddresses", "KeptChatDoors", "KeptChatLinks", "KeptPersonalAddresses", "KeptWebhooks"]
