"""The one queue, for what follows from facts and for any other work for later."""

from junto.kit.work.listener import listener, listener_of_history, outreach, visit
from junto.kit.work.queue import later, later_each

__all__ = ["later", "later_each", "listener", "listener_of_history", "outreach", "visit"]
