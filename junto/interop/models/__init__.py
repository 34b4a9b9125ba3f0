from junto.interop.models.chat_address import ChatAddress
from junto.interop.models.delivery import Delivery
from junto.interop.models.webhook import Webhook

__all__ = ["ChatAddress", "Delivery", "Webhook"]
