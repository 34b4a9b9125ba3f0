"""The files of a form in which somebody writes: those that came with it, those that wait with its draft, those of the post it changes."""

from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext as _

from junto.kit.files.limits import MB, most_bytes
from junto.kit.files.refusals import Refused
from junto.posts.attached.receiving import receive
from junto.posts.attached.said import Said
from junto.posts.models.attachment import Attachment
from junto.posts.models.post import Post


class Carried:
    """`is_empty`: it is known already that nothing waits, so nobody needs to ask."""

    def __init__(self, request: HttpRequest, draft: str, *, post: Post | None = None, is_empty: bool = False) -> None:
        self.person, self.draft, self.post, self.is_empty = request.user, draft, post, is_empty
        self.said = Said.given(draft, request.POST)
        self.troubles: list[str] = []
        for file in request.FILES.getlist("files"):
            self._take_in(file)

    def _take_in(self, file: "object") -> None:
        name = str(getattr(file, "name", ""))
        try:
            self.said.numbers.add(receive(file, name, by=self.person, draft=self.draft).pk)  # type: ignore[arg-type]  # Django's file is one
        except Refused as refused:
            self.troubles.append(_("%(name)s: %(why)s") % {"name": name, "why": refused})

    def refuse(self, because: Refused) -> "Carried":
        """Says on the form what is in the way."""
        self.troubles.append(str(because))
        return self

    @cached_property
    def rows(self) -> list[Attachment]:
        """What stands in the form, with what was typed beside it."""
        standing = list(self.post.attachments.order_by("pk")) if self.post else []
        waiting = [] if self.is_empty else list(Attachment.objects.waiting(self.person, self.draft).order_by("pk"))
        for each in (*standing, *waiting):
            each.alt = self.said.alts.get(each.pk, each.alt)
        return [*standing, *waiting]

    def is_off(self, number: int) -> bool:
        """Whether it is to be taken off."""
        return number in self.said.off

    @property
    def most(self) -> int:
        """How many files a text may carry."""
        return Attachment.MOST

    @property
    def megabytes(self) -> int:
        """How large each of them may be."""
        return most_bytes() // MB

    @property
    def largest(self) -> int:
        """The same in bytes."""
        return most_bytes()
