"""The picture of a page that posts link to, and the files that posts carry."""

from collections.abc import Collection

from junto.kit.files.limits import LARGE, MIDDLE, READABLE
from junto.kit.files.use import FileUse, Shape
from junto.posts.models import Attachment, LinkedPage
from junto.posts.models.attachment import USE
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


class AttachedFile(FileUse):
    """Seen by whoever may read the post; before that, by whoever writes it."""

    name = USE
    subject = "attachment"
    pictures_only = False
    shape = Shape(READABLE, squares=(LARGE,), smaller=(MIDDLE,))
    is_asked_each_time = True

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(Attachment.objects.filter(pk__in=numbers).values_list("pk", "file"))

    def show(self, number: int, key: str, by: int | None) -> bool:
        return _became(number, file=key)

    def could_not_be_shown(self, number: int, because: str) -> None:
        _became(number, refusal=because)


def _became(number: int, *, file: str = "", refusal: str = "") -> bool:
    attachment = Attachment.objects.filter(pk=number).select_related("post__thread").first()
    if attachment is not None:
        attachment.become(file=file, refusal=refusal)
    return attachment is not None
