"""Parts that one room offers for another's page, without the page knowing whose they are."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from junto.kit.plugins import Plugin


class Slot(Plugin):
    """One part of a page. Its room puts the class into its `slots.py`; it asks a constant number of queries."""

    page: ClassVar[str]
    """Which page it stands on, such as `person` or `topic`."""
    order: ClassVar[int] = 50
    """Where it stands among its neighbours, smaller first."""

    def part(self, request: HttpRequest, **things: Any) -> str:
        """What a template makes of `things` (what the page is about) for this reader; empty when there is nothing to show."""
        raise NotImplementedError


def slots_of(page: str, request: HttpRequest, **things: Any) -> list[SafeString]:
    """All parts that other rooms offer for this page, in order, as HTML; a view puts them into its context as `parts`."""
    offered = sorted((slot for slot in Slot.every() if slot.page == page), key=lambda slot: (slot.order, slot.name))
    return [mark_safe(part) for slot in offered if (part := slot.part(request, **things))]
