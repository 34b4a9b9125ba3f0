from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method, owners_only
from junto.kit.slots import slots_of
from junto.pages.first_steps import first_steps, owners_steps
from junto.pages.home import home_of
from junto.pages.models import PutAway


@answers("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The first screen; for whoever belongs to no space yet, what to do first."""
    mine = home_of(request.user)
    shown = {"home": mine, "owners_steps": owners_steps(request.user), "parts": slots_of("home", request)}
    if mine.memberships:
        return render(request, "pages/home.html", shown)
    return render(request, "pages/first_steps.html", {**shown, "steps": first_steps(request.user)})


@answers("GET")
def minute(request: HttpRequest) -> HttpResponse:
    """The part *When you have a minute*, asked for again when something new arrives."""
    return render(request, "pages/home/_minute.html", {"home": home_of(request.user)})


@answers("PUT", "DELETE")
@owners_only
def put_away(request: HttpRequest) -> HttpResponse:
    """DELETE puts the first steps away, PUT undoes that."""
    if method(request) == "PUT":
        PutAway.objects.bring_back(by=request.user)
    else:
        PutAway.objects.put_away(by=request.user)
        toast(request, _("Put away."), undo=request.path, method="PUT")
    return redirect("pages:home")
