"""Lines of the inbox that have come to nothing because what they asked for was done."""

from junto.kit.clock import now
from junto.notify.models import CallMade, InboxItem


def settle(notice: str, thread: int) -> None:
    """Whoever was told of this about the thread is asked no longer."""
    lines = InboxItem.objects.filter(notice=notice, subject=f"thread:{thread}", seen_at=None)
    CallMade.objects.settle(lines)
    lines.update(seen_at=now())
