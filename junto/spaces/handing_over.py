"""Links that a person hands over by hand: shown once, on the page and as a file."""

import csv
import io
from collections.abc import Sequence
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.spaces.inviting import Handed


class HandedOver:
    """The invitations just made, with their whole links."""

    def __init__(self, made: Sequence[Handed], request: HttpRequest) -> None:
        self.house = settings.JUNTO_URL or request.build_absolute_uri("/").rstrip("/")
        self.mailed = [each.invitation.email for each in made if each.mailed]
        self.came_before = any(each.came_before for each in made)
        self.links = [(each.invitation, self._link(each.token)) for each in made if not each.mailed]

    def _link(self, token: str) -> str:
        return self.house + reverse("invitations:invitation", args=[token])

    @property
    def file(self) -> str:
        """All links as a CSV file in an address of its own, so that no server has to keep them."""
        written = io.StringIO()
        lines = csv.writer(written)
        lines.writerow([_("address"), _("link")])
        lines.writerows([_harmless(invitation.email), link] for invitation, link in self.links)
        return f"data:text/csv;charset=utf-8,{quote(written.getvalue())}"


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an address may well begin with a plus or a minus."""
    return f"'{cell}" if cell[:1] in "=+-@" else cell
