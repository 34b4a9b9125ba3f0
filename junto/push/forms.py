"""What a browser says so that it can be called. Anybody can send anything here: nothing of it is believed."""

import base64
import binascii
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from junto.push.models.device import Way

POINT = 65
SECRET = 16
LETTERS = re.compile(r"[A-Za-z0-9_-]*={0,2}")


class Key(forms.CharField):
    """Bytes as browsers write them: base64 for addresses."""

    def __init__(self, length: int) -> None:
        super().__init__(max_length=200)
        self.length = length

    def to_python(self, value: Any) -> str:
        """The letters, when they are so many bytes."""
        letters = str(super().to_python(value) or "")
        try:
            found = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)) if LETTERS.fullmatch(letters) else b""
        except binascii.Error:
            found = b""
        if letters and len(found) != self.length:
            raise ValidationError("no key", code="invalid")
        return letters


class WayForm(forms.Form):
    """The way to a browser: it leads to the public web by https (or to a host that the operator named), and the keys are keys."""

    endpoint = forms.CharField(max_length=1_500)
    p256dh = Key(POINT)
    auth = Key(SECRET)

    def clean_endpoint(self) -> str:
        """Judged as when it is used."""
        from junto.kit.fetch import NotFetched  # here and below, for most requests call nobody
        from junto.push.delivery import service_at

        try:
            self.service = service_at(self.cleaned_data["endpoint"]).host
        except NotFetched as refused:
            raise ValidationError(str(refused), code="invalid") from refused
        return str(self.cleaned_data["endpoint"])

    def clean_p256dh(self) -> str:
        """A point on the curve, and no other one: with a wrong one a key could be guessed bit by bit."""
        from junto.push.sealed import is_point

        if not is_point(self.cleaned_data["p256dh"]):
            raise ValidationError("no key", code="invalid")
        return str(self.cleaned_data["p256dh"])

    @property
    def way(self) -> Way:
        """What can be kept."""
        given = self.cleaned_data
        return Way(given["endpoint"], given["p256dh"], given["auth"])
