from junto.interop.models.delivery import Delivery
from junto.interop.models.webhook import Webhook

__all__ = ["Delivery", "Webhook"]
