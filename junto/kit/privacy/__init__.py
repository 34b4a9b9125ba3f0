"""What is kept of a person, why, who may read it and for how long: said once by each room in its `kept.py`."""

from junto.kit.privacy.basis import Basis
from junto.kit.privacy.kept import Erasure, Kept, Known

__all__ = ["Basis", "Erasure", "Kept", "Known"]
