from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.people.emergency import let_in_by
from junto.people.guarding import guarded


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@guarded("emergency")
def emergency(request: HttpRequest, token: str) -> HttpResponse:
    """The link that the machine's own command made: looking uses nothing up, the button signs in."""
    person = let_in_by(token)
    if person is None:
        raise Http404
    if request.method != "POST":
        return render(request, "account/emergency.html", {"person": person})
    get_adapter().login(request, person)
    UserSession.objects.create_from_request(request)
    return redirect("account_sessions")
