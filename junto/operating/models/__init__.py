from junto.operating.models.neighbour import Neighbour
from junto.operating.models.process import Process
from junto.operating.models.set_aside import SetAside

__all__ = ["Neighbour", "Process", "SetAside"]
