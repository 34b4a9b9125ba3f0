"""How a stage of an import is asked."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import Row


class Stage:
    """One pass over one file. Reading a row is slow and asks nothing of the database; taking in a batch asks for all its rows at once."""

    name: ClassVar[str]
    file: ClassVar[str]

    def read(self, row: Row, landing: Landing) -> Any:
        """What the row says, worked out before the database is held; None when it says nothing to this stage. Raises Broken."""
        raise NotImplementedError

    def take(self, found: Sequence[Any], landing: Landing) -> None:
        """Takes in what was read in a batch of rows. What cannot be, it leaves out by `landing.leave_out`."""
        raise NotImplementedError

    def settle(self, landing: Landing) -> Iterable[Callable[[], None]]:
        """What is left to do once the whole file was read, in pieces, each for a transaction of its own; done twice, it changes no more."""
        return ()

    def finish(self, landing: Landing) -> None:
        """The same for what may be done only once: it stands or falls with the remembering that this stage is over."""


Stages = Sequence[Stage]
