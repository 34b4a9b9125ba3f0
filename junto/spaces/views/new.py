from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from junto.kit.access import allow
from junto.kit.http import answers
from junto.spaces import rules
from junto.spaces.forms.space import SpaceForm
from junto.spaces.models import Space


@answers("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Starts a space; whoever starts it hosts it."""
    allow(rules.may_start_space(request.user))
    form = SpaceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(Space.objects.start(by=request.user, **form.cleaned_data).get_absolute_url())
    return render(request, "spaces/new.html", {"form": form}, status=422 if form.is_bound else 200)
