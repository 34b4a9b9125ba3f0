"""The picture of a page that posts link to."""

from collections.abc import Collection

from junto.kit.files.use import FileUse
from junto.posts.models import LinkedPage
from junto.posts.models.linked_page import PICTURE_USE


class PagePicture(FileUse):
    """Seen by whoever may read a post that shows a card with it; fetched by the house, given by nobody."""

    name = PICTURE_USE
    subject = "linked-page"

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(LinkedPage.objects.filter(pk__in=numbers).values_list("pk", "picture"))

    def show(self, number: int, key: str, by: int | None) -> bool:
        page = LinkedPage.objects.filter(pk=number).first()
        if page is not None:
            page.show_picture(key)
        return page is not None
