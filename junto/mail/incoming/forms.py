"""What people and owners fill in about mails."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from junto.people.models import Person
from junto.posts.forms import PostForm, TitleField
from junto.posts.models import Thread
from junto.spaces.models import Space


class MailForm(PostForm):
    """A mail as it should read when it is posted."""

    title = TitleField(label=_("Title"))
    field_order = ("title", "text")

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Your words")
        if not asks:
            del self.fields["title"]


class PlaceForm(forms.Form):
    """Where a mail belongs."""

    where = forms.CharField(
        label=_("Address of the conversation or space"),
        max_length=500,
        help_text=_("Copy it from your browser’s address line. The sender is asked before it is posted there."),
    )

    def __init__(self, *args: Any, by: Person, sender: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.sender = by, sender

    def clean(self) -> dict[str, Any]:
        """Finds the place, among what both the owner and the sender may see."""
        given = super().clean() or {}
        where = given.get("where", "")
        given["thread"], given["space"] = self._thread(where), self._space(where)
        if where and given["thread"] is None and given["space"] is None:
            self.add_error("where", ValidationError(_("This leads to no place where you may read and the sender may write.")))
        return given

    def _thread(self, where: str) -> Thread | None:
        found = re.search(r"threads/([0-9]{1,18})\b", where)
        mine = Thread.objects.visible_to(self.by).filter(space__memberships__person=self.sender)
        return mine.filter(pk=int(found[1])).first() if found else None

    def _space(self, where: str) -> Space | None:
        found = re.search(r"spaces/([\w-]{1,140})", where)
        mine = Space.objects.visible_to(self.by).filter(memberships__person=self.sender)
        return mine.filter(slug=found[1]).first() if found else None
