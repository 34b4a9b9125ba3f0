"""What an invitation opens, for whoever holds its link and for whoever it is addressed to."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast, too_late
from junto.kit.http import answers, method
from junto.kit.undo import undo_path, undone
from junto.people.guarding import guarded, typed
from junto.people.models import Block
from junto.people.providers import providers
from junto.people.signing_in import sign_in
from junto.people.ways_in import by_password
from junto.spaces.forms.newcomer import Newcomer
from junto.spaces.models import Invitation, UsedUp
from junto.spaces.welcoming import AddressTaken, welcome


@guarded("invitation", typed("email"))
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link: who invites to what. Looking never uses it up."""
    found = Invitation.objects.opened_by(token)
    if found is None or apart(request, found):
        return kept_quiet(gone(request))
    answer = for_somebody_here if request.user.is_authenticated else for_a_stranger
    try:
        return kept_quiet(answer(request, found))
    except UsedUp:
        return kept_quiet(gone(request))


def for_somebody_here(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Who is signed in joins with one press, unless the invitation is for another address or for a name to be claimed."""
    theirs = not found.claims and found.email in ("", request.user.email)
    if request.method != "POST" or not theirs:
        return show(request, found, theirs=theirs)
    if found.space is None or found.space.membership_of(request.user) is None:
        found.use(request.user)
    return HttpResponseRedirect(found.get_absolute_url())


def for_a_stranger(request: HttpRequest, found: Invitation) -> HttpResponse:
    """A stranger says who they are, and is in; or signs in with the account they have."""
    if not by_password():
        return show(request, found, form=None)
    form = Newcomer(found, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return show(request, found, form=form)
    if form.is_valid():
        try:
            return sign_in(request, welcome(found, **form.cleaned_data), to=found.get_absolute_url())
        except AddressTaken:
            form.refuse()
    return show(request, found, status=422, form=form)


def show(request: HttpRequest, found: Invitation, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of an invitation that is good."""
    return render(
        request, "spaces/invitation.html", {"invitation": found, "space": found.space, "providers": providers(), **more}, status=status
    )


def gone(request: HttpRequest) -> HttpResponse:
    """One answer for unknown, expired, used up and taken back."""
    return render(request, "spaces/invitation_gone.html", status=404)


def apart(request: HttpRequest, found: Invitation) -> bool:
    """Whether a block stands between whoever invites and whoever looks."""
    return request.user.is_authenticated and found.by_id is not None and Block.objects.between(request.user.pk, found.by_id).exists()


def kept_quiet(response: HttpResponse) -> HttpResponse:
    """Neither kept by a browser nor told to another site.

    Not `no-referrer`: with it browsers send the form with `Origin: null`, which the protection against forged forms refuses.
    """
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@answers("POST", "PUT", "DELETE")
def acceptance(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody with an account accepts an invitation that is addressed to them (POST), or not now (DELETE), which PUT undoes."""
    if method(request) == "PUT":
        return wait_again(request, number)
    found = get_object_or_404(Invitation.objects.waiting_for(request.user), pk=number)
    if method(request) == "DELETE":
        found.end()
        toast(request, _("Not now: %(space)s") % {"space": found.space}, undo=undo_path(request.path, declined=number), method="PUT")
        return redirect("spaces:browse")
    try:
        found.use(request.user)
    except UsedUp:
        return gone(request)
    return HttpResponseRedirect(found.get_absolute_url())


def wait_again(request: HttpRequest, number: int) -> HttpResponse:
    """The invitation that was just declined can be accepted again."""
    found = get_object_or_404(request.user.invitations.select_related("space"), pk=number)
    if undone(request):
        found.wait_again()
    else:
        toast(request, too_late())
    return redirect("spaces:browse")
