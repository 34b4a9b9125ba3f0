"""Lines of the inbox that have come to nothing because what they asked for was done."""

from junto.kit.clock import now
from junto.notify.models import CallMade, InboxItem


def settle(notice: str, thread: int, **whose: int) -> None:
    """Whoever was told of this about the thread is asked no longer; with `person=` only they."""
    lines = InboxItem.objects.filter(notice=notice, subject=f"thread:{thread}", seen_at=None, **whose)
    CallMade.objects.settle(lines)
    lines.update(seen_at=now())


def wait_again(notice: str, thread: int, person: int) -> None:
    """Brings the line of one person back."""
    for line in InboxItem.objects.filter(notice=notice, subject=f"thread:{thread}", person=person).order_by("-at", "-id")[:1]:
        line.wait_again()
