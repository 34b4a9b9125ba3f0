"""What files hang on. A room says it in its `file_uses.py`; kit knows things and people by number only."""

from collections.abc import Collection
from typing import ClassVar, NamedTuple

from junto.kit.files.limits import SIZES, WHOLE
from junto.kit.plugins import Plugin


class Shape(NamedTuple):
    """In which sizes a picture is kept: the whole no longer than that, squares, and those that are only made smaller; in points."""

    longest: int = WHOLE
    squares: tuple[int, ...] = SIZES
    smaller: tuple[int, ...] = ()


class FileUse(Plugin):
    """One use of a file, such as the picture of a person. A thing has one file of each use."""

    subject: ClassVar[str]
    """The name of the `Subject` the file hangs on: whoever may see that may see the file, and nobody else."""

    pictures_only: ClassVar[bool] = True
    """Whether what is no picture is refused; otherwise it is kept as it came, and handed out to be saved, never shown."""
    shape: ClassVar[Shape] = Shape()
    is_asked_each_time: ClassVar[bool] = False
    """Whether browsers ask again before they show what they kept, so that what is taken out is gone for them at once."""

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        """For each of these things that exists the key of the file it shows now, or nothing."""
        raise NotImplementedError

    def show(self, number: int, key: str, by: int | None) -> bool:
        """From now on the thing shows this file (none, when the key is empty). False when there is no such thing any more."""
        raise NotImplementedError

    def could_not_be_shown(self, number: int, because: str) -> None:
        """The file for this thing was refused when the worker looked at it; `because` is a key of `refusals.WORDS`."""
