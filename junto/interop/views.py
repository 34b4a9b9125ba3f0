from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.interop.bookmarklet import bookmarklet
from junto.interop.personal.house import house_address
from junto.kit.http import answers

SHARE = "/share/"
"""Where what is brought along is shown before anything is asked."""


@answers("GET")
def from_any_page(request: HttpRequest) -> HttpResponse:
    """How one asks from any page: a bookmark to drag, and the extension."""
    house = house_address(request)
    return render(request, "interop/from_any_page.html", {"bookmarklet": bookmarklet(house + SHARE), "house": house})
