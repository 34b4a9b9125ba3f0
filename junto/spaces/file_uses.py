"""The picture of a space."""

from collections.abc import Collection

from junto.kit.files.use import FileUse
from junto.spaces.models import Space


class SpacePicture(FileUse):
    """Seen by whoever may know of the space; given and taken out by its hosts."""

    name = "space-picture"
    subject = "known-space"

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(Space.objects.filter(pk__in=numbers).values_list("pk", "picture"))

    def show(self, number: int, key: str, by: int | None) -> bool:
        space = Space.objects.filter(pk=number).first()
        if space is not None:
            space.show_picture(key, by=by)
        return space is not None
