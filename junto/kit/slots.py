"""Parts that one room offers for another's page, without the page knowing whose they are."""

from typing import ClassVar

from django.http import HttpRequest
from django.utils.safestring import SafeString

from junto.kit.plugins import Plugin


class Slot(Plugin):
    """One part of a page. Its room puts the class into its `slots.py`; it asks a constant number of queries."""

    page: ClassVar[str]
    """Which page it stands on, such as `person` or `topic`."""
    order: ClassVar[int] = 50
    """Where it stands among its neighbours, smaller first."""

    def part(self, request: HttpRequest, **things: object) -> SafeString | str:
        """The HTML, for whoever reads the page; empty when there is nothing to show. `things` are what the page is about."""
        raise NotImplementedError


def slots_of(page: str, request: HttpRequest, **things: object) -> list[SafeString | str]:
    """All parts that other rooms offer for this page, in order; a view puts them into its context as `parts`."""
    offered = sorted((slot for slot in Slot.every() if slot.page == page), key=lambda slot: (slot.order, slot.name))
    return [part for slot in offered if (part := slot.part(request, **things))]
