"""The page that asks who somebody is before a page of a dangerous act opens."""

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache

from junto.kit.http import answers, way_back
from junto.people.forms.proof import Proof
from junto.people.proof import ask, prove, proved_lately


@never_cache
@answers("GET", "POST")
def proof(request: HttpRequest) -> HttpResponseBase:
    """Asks, and leads on to where somebody wanted to go."""
    onward = way_back(request, reverse("account_sessions"))
    if request.method == "POST":
        return prove(request, lambda: HttpResponseRedirect(onward), onward)
    if proved_lately(request):
        return HttpResponseRedirect(onward)
    return ask(request, Proof(person=request.user), onward)
