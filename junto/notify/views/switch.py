"""Turning one thing down from where it was told: the signed address is the permission, so it works without signing in."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from junto.notify.forms.switch import SwitchForm
from junto.notify.means import When
from junto.notify.stopped import stopped_by
from junto.notify.switch import Switch, switch_of
from junto.people.models import Person
from junto.people.zones import zone_of

ONE_CLICK = "List-Unsubscribe"
"""What a mail program posts when its reader presses its own "unsubscribe" (RFC 8058)."""


@csrf_exempt  # a mail program has no cookie; what a browser sends is looked at below
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: machines that scan mails open every address."""
    said = switch_of(token)
    person = Person.objects.here().with_account().filter(pk=said.person).first() if said else None
    if said is None or person is None:
        raise Http404
    if ONE_CLICK in request.POST:
        said.turn(person, When.NOT)
        return HttpResponse(status=204)
    with override(person.language or settings.LANGUAGE_CODE), timezone.override(zone_of(person)):
        return _page(request, said, person)


@csrf_protect
def _page(request: HttpRequest, said: Switch, person: Person) -> HttpResponse:
    form = SwitchForm(request.POST or None, switch=said, person=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        return HttpResponseRedirect(f"{request.path}?done")
    shown = {"form": form, "switch": said, "is_done": "done" in request.GET, "stopped": stopped_by(_token(request), person)}
    answer = render(request, "notify/switch.html", {**shown, "token": _token(request)})
    answer.headers["Content-Language"] = get_language() or ""
    return answer


def _token(request: HttpRequest) -> str:
    return str(request.resolver_match.kwargs["token"]) if request.resolver_match else ""
