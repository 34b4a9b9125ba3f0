from junto.spaces.models.invitation import Invitation
from junto.spaces.models.join_request import JoinRequest
from junto.spaces.models.membership import Membership
from junto.spaces.models.space import Space

__all__ = ["Invitation", "JoinRequest", "Membership", "Space"]
