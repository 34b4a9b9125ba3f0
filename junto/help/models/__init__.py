from junto.help.models.capacity import Capacity
from junto.help.models.consent import Consent
from junto.help.models.request import Request
from junto.help.models.route import Route

__all__ = ["Capacity", "Consent", "Request", "Route"]
