"""The form with which a picture is given: a file, or the key of an upload that a script has sent, and which part of it to show."""

from contextlib import AbstractContextManager, nullcontext
from typing import IO, Any

from django import forms
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from junto.kit.files.arriving import whole
from junto.kit.files.limits import MB, PICTURES, most_bytes
from junto.kit.files.refusals import Refused, words_of
from junto.kit.files.taking_in import take_in
from junto.kit.models import Upload

ACCEPTED = ",".join([*PICTURES, "image/svg+xml"])
FOCUS = [
    ("middle", _("The middle")),
    ("start", _("The top, or the left")),
    ("end", _("The bottom, or the right")),
]


class PictureForm(forms.Form):
    """A picture for something."""

    picture = forms.FileField(
        label=_("Picture"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ACCEPTED}),
        error_messages={"required": _("Choose a picture first.")},
    )
    upload = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    focus = forms.ChoiceField(label=_("Which part to show"), choices=FOCUS, initial="middle", widget=forms.RadioSelect)

    use_required_attribute = False

    def __init__(self, *args: Any, by: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["picture"].required = not (self.data or {}).get("upload")
        self.fields["picture"].help_text = _("JPEG, PNG, WebP, AVIF, GIF or SVG, at most %(most)s MB.") % {"most": most_bytes() // MB}

    @property
    def largest(self) -> int:
        """How many bytes a picture may have."""
        return most_bytes()

    @property
    def too_large(self) -> str:
        """What is said of a picture that has more."""
        return words_of("too_large", most=most_bytes() // MB)

    @property
    def stopped_at(self) -> int:
        """How much of a picture that this person began to send is here, in percent; 0 when none stopped on its way."""
        begun = Upload.objects.of(self.by).filter(arrived__lt=F("size")).order_by("-touched_at").first()
        return begun.arrived * 100 // begun.size if begun else 0

    def hang_on(self, use: str, number: int) -> bool:
        """Takes the picture in for that thing; when it is refused the form says why."""
        valid = self.is_valid()
        self.fields["picture"].required = True  # for the page that may be drawn again
        if not valid:
            return False
        try:
            with self._source() as source:
                take_in(source, use=use, number=number, by=self.by, focus=self.cleaned_data["focus"])
        except Refused as refused:
            self.add_error("picture", str(refused))
        self._forget_upload()
        return not self.errors

    def _source(self) -> AbstractContextManager[IO[bytes]]:
        key = self.cleaned_data["upload"]
        return whole(key, by=self.by) if key else nullcontext(self.cleaned_data["picture"])

    def _forget_upload(self) -> None:
        """Taken in or refused: it is not needed any more."""
        Upload.objects.of(self.by).filter(key=self.cleaned_data["upload"]).discard()
