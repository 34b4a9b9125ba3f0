"""What a browser asks when it has texts that wait."""

from django.http import HttpRequest, JsonResponse

from junto.design.forgery import form_token
from junto.kit.arrivals import arrived
from junto.kit.http import answers
from junto.posts.twice import MARK


@answers("GET")
def outbox(request: HttpRequest) -> JsonResponse:
    """Who is signed in and the token their forms need; with `?mark=` where the text with that mark arrived, or null."""
    mark = request.GET.get("mark", "")
    if not MARK.fullmatch(mark):
        return JsonResponse({"person": request.user.pk, "token": form_token(request)})
    return JsonResponse({"to": arrived(mark, request.user.pk)})
