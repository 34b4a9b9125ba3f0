"""What the room keeps of people."""

from junto.interop.chat.kept import KeptChatAddresses
from junto.interop.webhooks.kept import KeptWebhooks

__all__ = ["KeptChatAddresses", "KeptWebhooks"]
