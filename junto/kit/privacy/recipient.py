"""Who outside this Junto is handed something about people. Each room declares its own in `recipients.py`."""

from collections.abc import Sequence
from typing import ClassVar

from django.utils.functional import Promise

from junto.kit.plugins import Plugin


class Recipient(Plugin):
    """One kind of place outside. It stands on the data-protection page, with where it is or that there is none."""

    who: ClassVar[str | Promise]
    what: ClassVar[str | Promise]
    why: ClassVar[str | Promise]

    def places(self) -> Sequence[str]:
        """The machines that are set up for it now, by name; empty when nothing is handed over."""
        raise NotImplementedError
