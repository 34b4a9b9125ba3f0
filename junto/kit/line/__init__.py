"""The line between processes: whoever commits what others wait for says a word, and they look into the database at once.

A word is a hint and never the thing itself: that stands in the database, in order. So nothing hangs on the line. While it is
down everybody looks every second, while it is up every few seconds, and when it comes up everybody looks right away.
"""

from junto.kit.line.calling import call, on_call, patience
from junto.kit.line.carriers import held

__all__ = ["call", "held", "on_call", "patience"]
