"""The one door by which owners learn that a hidden space exists. It shows names and how many people, and the access log tells of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, owners_only
from junto.kit.paging import page
from junto.people.proof import proved
from junto.spaces.forms.finding import NAME
from junto.spaces.forms.reason import Reason
from junto.spaces.hidden import join_hidden, read_names
from junto.spaces.models import Space


@answers("GET")
@owners_only
@proved
def spaces(request: HttpRequest) -> HttpResponse:
    """Hidden spaces the owner does not belong to, by name."""
    others = Space.objects.hidden().exclude(pk__in=request.user.memberships.values("space"))
    found = page(others, order=NAME, after=request.GET.get("after"))
    read_names(found.rows, by=request.user)
    return render(request, "spaces/hidden.html", {"found": found})


@answers("GET", "POST")
@owners_only
@proved
def membership(request: HttpRequest, number: int) -> HttpResponse:
    """POST joins, once it was said why; GET says what follows from it."""
    space = get_object_or_404(Space.objects.hidden(), pk=number)
    read_names([space], by=request.user)
    form = Reason(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return render(request, "spaces/joining_hidden.html", {"space": space, "form": form}, status=422 if form.is_bound else 200)
    join_hidden(space, by=request.user, why=form.cleaned_data["why"])
    toast(request, _("You belong to %(space)s now, and everybody there is told.") % {"space": space.name})
    return redirect(space)
