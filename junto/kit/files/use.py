"""What files hang on. A room says it in its `file_uses.py`; kit knows things and people by number only."""

from collections.abc import Collection
from typing import ClassVar

from junto.kit.plugins import Plugin


class FileUse(Plugin):
    """One use of a file, such as the picture of a person. A thing has one file of each use."""

    subject: ClassVar[str]
    """The name of the `Subject` the file hangs on: whoever may see that may see the file, and nobody else."""

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        """For each of these things that exists the key of the file it shows now, or nothing."""
        raise NotImplementedError

    def show(self, number: int, key: str, by: int | None) -> bool:
        """From now on the thing shows this file (none, when the key is empty). False when there is no such thing any more."""
        raise NotImplementedError
