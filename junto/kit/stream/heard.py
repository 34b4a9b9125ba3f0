"""Every page and part says up to which event it was drawn: an open page asks the stream for what happened since."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from junto.kit.stream.app import hub

HEADER = "Junto-Heard"


def says_what_it_has_heard(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The number is taken before anything is read, so it may be too low and is never too high: at worst a part is fetched once more."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.heard = hub.seq  # type: ignore[attr-defined]  # for the frame of the page
        response = get_response(request)
        if "HX-Request" in request.headers:
            response.headers[HEADER] = str(request.heard)  # type: ignore[attr-defined]
        return response

    return answer
