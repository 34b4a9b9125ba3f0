from junto.spaces.models.invitation import Invitation, UsedUp
from junto.spaces.models.join_request import JoinRequest
from junto.spaces.models.membership import LastHost, Membership
from junto.spaces.models.space import Space

__all__ = ["Invitation", "JoinRequest", "LastHost", "Membership", "Space", "UsedUp"]
