"""Recovery codes: for the day the phone is lost."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.people.proof import proved
from junto.people.second_step import new_codes, ways_of
from junto.people.ways_in import door_of_ours


@door_of_ours()
@never_cache
@answers("GET", "POST")
@proved
def codes(request: HttpRequest) -> HttpResponse:
    """How many are left, and new ones."""
    ways = ways_of(request.user)
    if not ways.second_step:
        toast(request, _("Recovery codes come with a second step: set up an app or a passkey first."))
        return redirect("account_sessions")
    if request.method == "POST":
        return codes_made(request, new_codes(request.user))
    return render(request, "account/codes.html", {"left": ways.codes_left})


def codes_made(request: HttpRequest, codes: list[str], onward: str = "") -> HttpResponse:
    """The codes, this once: on the page, and as a file the browser makes of an address, so that no server keeps it."""
    split = [f"{code[:5]} {code[5:]}" for code in codes]
    file = "data:text/plain;charset=utf-8," + quote("\n".join([_("Recovery codes for Junto"), "", *split, ""]))
    return render(request, "account/codes_made.html", {"codes": split, "file": file, "onward": onward or reverse("account_sessions")})
