from junto.operating.models.look import Look
from junto.operating.models.process import Process
from junto.operating.models.set_aside import SetAside

__all__ = ["Look", "Process", "SetAside"]
