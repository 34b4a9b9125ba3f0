from junto.interop.models.chat_address import ChatAddress
from junto.interop.models.chat_door import ChatDoor
from junto.interop.models.chat_link import ChatLink
from junto.interop.models.chat_question import ChatQuestion
from junto.interop.models.delivery import Delivery
from junto.interop.models.personal_address import PersonalAddress
from junto.interop.models.webhook import Webhook

__all__ = ["ChatAddress", "ChatDoor", "ChatLink", "ChatQuestion", "Delivery", "PersonalAddress", "Webhook"]
