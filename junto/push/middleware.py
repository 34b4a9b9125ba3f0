"""Every page says in a header who reads it, and whether a browser may keep a copy: the worker there decides nothing by itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from junto.push.keeping import may_be_kept

READER, KEEP, NOBODY = "Junto-Reader", "Junto-Keep", "nobody"


def says_who_reads(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """An answer without the header is not from this house (a hotel's page, a proxy's), and changes nothing in the browser."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers[READER] = str(request.user.pk) if request.user.is_authenticated else NOBODY
            if may_be_kept(request, response):
                response.headers[KEEP] = "1"
        return response

    return answer
