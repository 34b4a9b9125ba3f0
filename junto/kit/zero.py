"""The letter zero (%00): PostgreSQL takes it in no text, and no keyboard writes it. It is kept out here, at the door of every request.

What stands in a form is left to the form, which says at the field what is wrong with it, or cleans it where it is somebody's text.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

ZERO = "\0"


class WithoutZero:
    """An address with a zero leads nowhere. Behind the `?`, and in cookies, it is passed over like everything that came bent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Cleans what nobody has read yet."""
        if "%00" in request.META["QUERY_STRING"] or ZERO in request.META["QUERY_STRING"]:
            _clean_query(request)
        if "\\000" in request.META.get("HTTP_COOKIE", ""):  # so it is written in a cookie, within quotes
            request.COOKIES = {name: value for name, value in request.COOKIES.items() if ZERO not in value}
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Only here, where the language of the page that says so is known. An address no view has leads nowhere anyway."""
        if ZERO in request.path_info:
            raise Http404


def _clean_query(request: HttpRequest) -> None:
    """Reads it first: without the `%00` inside, `%%0000` would become one."""
    asked = request.GET.copy()
    for name, values in list(asked.lists()):
        del asked[name]
        asked.setlist(name.replace(ZERO, ""), [value.replace(ZERO, "") for value in values])
    request.META["QUERY_STRING"] = asked.urlencode()
    request.GET = QueryDict(request.META["QUERY_STRING"])
