"""What another app shares into Junto: shown first, then carried into the form in which one asks."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from junto.kit.slots import slots_of
from junto.posts.attached.carried import Carried
from junto.posts.drafting import draft_of
from junto.push.shared import Shared

FROM_HERE = ("none", "same-origin")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """The share sheet of a device sends no token, but the browser says that no other site sent it; without its word a token is needed."""
    vouched = request.headers.get("Sec-Fetch-Site") in FROM_HERE
    return _share(request) if vouched else csrf_protect(_share)(request)


def _share(request: HttpRequest) -> HttpResponse:
    shared = Shared.given(request)
    if not request.user.is_authenticated:
        shared.wait(request)
        return redirect_to_login(request.path) if request.method != "POST" else HttpResponseRedirect(request.path)
    shared = shared or Shared.waiting(request)
    draft, files = draft_of(request, "ask"), Carried(request, "ask")
    carried = shared.after(draft.fields if draft else {})
    things = {"shared": shared, "begun": draft, "carried": carried, "files": files, "parts": slots_of("share", request)}
    return render(request, "push/share.html", things)
