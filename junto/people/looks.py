"""The access log: how long it is kept, and one page of it."""

from junto.kit.clock import now
from junto.kit.paging import Page, page
from junto.kit.work import listener
from junto.people.models import Look
from junto.people.models.look import LookRows

ORDER = ("-at", "-id")


@listener
def forget_looks() -> None:
    """Deletes looks whose time is over."""
    Look.objects.filter(at__lt=now() - Look.KEPT).delete()


def page_of(looks: LookRows, after: str | None, size: int = 40) -> Page[Look]:
    """One page of the log, the latest first."""
    return page(looks.for_rows(), order=ORDER, after=after, size=size)
