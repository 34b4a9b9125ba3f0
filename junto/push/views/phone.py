"""How Junto comes onto a phone, and which browsers are called."""

from allauth.usersessions.models import UserSession
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.notify.inbox import how_much_waits
from junto.notify.means import Means
from junto.people.agents import agent_name
from junto.push.forms import WayForm
from junto.push.models import Device
from junto.push.telling import tags_waiting


@answers("GET")
def phone(request: HttpRequest) -> HttpResponse:
    """What to press to install it, which browsers are called, and what is kept on this one; works without script."""
    devices = Device.objects.filter(person=request.user).order_by("-pk")
    return render(request, "push/phone.html", {"devices": devices, "calls": Means.registry["push"].is_there()})


@answers("GET", "POST")
def devices(request: HttpRequest) -> HttpResponse:
    """GET: the key with which this house calls. POST: this browser wants to be called as long as it is signed in."""
    if not Means.registry["push"].is_there():
        raise Http404
    return _allow(request) if request.method == "POST" else JsonResponse({"key": _key()})


@answers("DELETE")
def device(request: HttpRequest, number: int) -> HttpResponse:
    """This browser is not called any more."""
    get_object_or_404(Device.objects.filter(person=request.user), pk=number).end()
    toast(request, _("It is not called any more."))
    return HttpResponseRedirect(reverse("push:phone"))


@answers("GET")
def waiting(request: HttpRequest) -> JsonResponse:
    """What still waits, for the worker of a browser: how much, and by which tags, so that what was seen elsewhere goes from the screen."""
    return JsonResponse({"waits": how_much_waits(request.user), "tags": tags_waiting(request.user)})


def _allow(request: HttpRequest) -> HttpResponse:
    form = WayForm(request.POST)
    session = UserSession.objects.filter(session_key=request.session.session_key, user=request.user).first()
    if session is None or not form.is_valid():
        return JsonResponse({"said": _("This browser cannot be called.")}, status=422)
    name = agent_name(request.headers.get("User-Agent", ""))
    Device.objects.listen(request.user, session, form.way, name=name[:100], service=form.service[:253])
    return HttpResponse(status=204)


def _key() -> str:
    from junto.push.sealed import public_key  # here, for it brings what most requests do not need

    return public_key()
