from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.pages.first_steps import first_steps
from junto.pages.home import home_of


@answers("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The first screen; for whoever belongs to no space yet, what to do first."""
    mine = home_of(request.user)
    parts = slots_of("home", request)
    if mine.memberships:
        return render(request, "pages/home.html", {"home": mine, "parts": parts})
    return render(request, "pages/first_steps.html", {"home": mine, "steps": first_steps(request.user), "parts": parts})


@answers("GET")
def minute(request: HttpRequest) -> HttpResponse:
    """The part *When you have a minute*, asked for again when something new arrives."""
    return render(request, "pages/home/_minute.html", {"home": home_of(request.user)})
