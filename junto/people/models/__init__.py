from junto.people.models.block import Block
from junto.people.models.expertise import Expertise
from junto.people.models.follow import Follow
from junto.people.models.house_rules import HouseRules
from junto.people.models.identity import Identity
from junto.people.models.legal_basis import LegalBasis
from junto.people.models.look import Look, LookedAt, LookKind
from junto.people.models.owner_link import OwnerLink
from junto.people.models.person import LastOwner, Person

__all__ = [
    "Block",
    "Expertise",
    "Follow",
    "HouseRules",
    "Identity",
    "LastOwner",
    "LegalBasis",
    "Look",
    "LookKind",
    "LookedAt",
    "OwnerLink",
    "Person",
]
