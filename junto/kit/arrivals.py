"""Where a text stands that a browser sent under a mark. A room that takes texts from the outbox of browsers says so here."""

from junto.kit.plugins import Plugin


class Arrival(Plugin):
    """One kind of text. Its room puts the class into its `arrivals.py`."""

    def under(self, mark: str, person: int) -> str | None:
        """The path of what this person sent under that mark; None when nothing of this kind arrived."""
        raise NotImplementedError


def arrived(mark: str, person: int) -> str | None:
    """Where what this person sent under the mark stands now."""
    return next((path for kind in Arrival.every() if (path := kind.under(mark, person))), None)
