"""What people can send themselves by mail, said by the rooms that keep it. Nobody else ever sees it because of a mail."""

from typing import ClassVar

from django.utils.functional import Promise

from junto.kit.plugins import Plugin
from junto.people.models import Person


class Letterbox(Plugin):
    """One kind of such things; `name` is the word in its addresses. A room above puts its own into its `letterboxes.py`."""

    taken: ClassVar[str | Promise]
    """How a mail stands that was taken, as a sentence for whoever sent it."""
    if_not_enough: ClassVar[str | Promise]
    """What such a mail needs; it follows a colon."""

    def take(self, title: str, words: str, *, by: Person, mark: str) -> bool:
        """Keeps it for this person under that mark (an `Arrival` finds it again); False when the mail says too little."""
        raise NotImplementedError
