"""The worker looks at pages that posts link to, through the one door to the outside web."""

import io
from datetime import timedelta

from junto.kit.clock import now
from junto.kit.files.refusals import Refused
from junto.kit.files.taking_in import take_in
from junto.kit.models import Tries, counted_key
from junto.kit.work import later, listener, visit
from junto.posts.models.linked_page import PICTURE_USE, LinkedPage

MOST_OF_PAGE, MOST_OF_PICTURE = 500_000, 4_000_000
MOST_AN_HOUR = 60
"""Pages looked at because of what one person wrote: more is no writing, and the other side should not bear it."""
AN_HOUR = timedelta(hours=1)
UNUSED_KEPT = timedelta(days=1)


@visit
def look_up(page: int, by: int | None) -> None:
    """Looks at a page when that is due. Done twice, the second time finds nothing to do."""
    for found in LinkedPage.objects.due().filter(pk=page):
        not_before = Tries.objects.count_one(counted_key("pages", by), MOST_AN_HOUR, AN_HOUR)
        if not_before:
            later(look_up, at=not_before, page=page, by=by)
        else:
            _look(found, by)


@listener
def forget_unused() -> None:
    """Pages that no post links to any more are forgotten after a day, and with them their pictures."""
    LinkedPage.objects.unused().filter(kept_at__lt=now() - UNUSED_KEPT).delete()


def _look(page: LinkedPage, by: int | None) -> None:
    from junto.kit.fetch import PAGE, NotFetched, fetch  # here and below, for most starts fetch nothing
    from junto.posts.cards.reading import read

    try:
        found = fetch(page.address, wanted=PAGE, most=MOST_OF_PAGE, may_be_cut=True, etag=page.etag, modified=page.modified)
    except NotFetched as refused:
        return page.could_not_be_looked_at(may_change=refused.may_change, by=by)
    if found.is_unchanged:
        return page.has_not_changed()
    said = read(found)
    if not said.title:
        return page.could_not_be_looked_at(may_change=False, by=by)
    page.say(*said[:3], etag=found.etag, modified=found.modified, picture_is_coming=bool(said.picture))
    if said.picture and not _took_picture(page, said.picture):
        page.show_picture(page.picture)


def _took_picture(page: LinkedPage, address: str) -> bool:
    """Whether its picture is on its way: drawn anew and kept by the door for files, so that no reader asks another host for it."""
    from junto.kit.fetch import PICTURE, NotFetched, fetch

    try:
        found = fetch(address, wanted=PICTURE, most=MOST_OF_PICTURE)
        take_in(io.BytesIO(found.body), use=PICTURE_USE, number=page.pk, by=None)
    except (NotFetched, Refused):
        return False
    return True
