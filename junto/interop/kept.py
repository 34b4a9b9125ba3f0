"""What the room keeps of people."""

from junto.interop.webhooks.kept import KeptWebhooks

__all__ = ["KeptWebhooks"]
