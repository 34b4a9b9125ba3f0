"""A second step as a duty: the page on which owners ask for it, and the one on which somebody sets theirs up before they come in."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginStage
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, owners_only
from junto.people.agents import agent_name
from junto.people.duty import SetUp, owes, sign_out_who_owes
from junto.people.forms.codes import Code
from junto.people.forms.duty import DutyForm
from junto.people.forms.passkeys import NewPasskey
from junto.people.guarding import guarded
from junto.people.models import HouseRules, Person
from junto.people.passkeys import add_passkey, to_add
from junto.people.proof import proved
from junto.people.second_step import app_fits, set_up_app, ways_of
from junto.people.views.app import SECRET, secret_of, to_know
from junto.people.views.codes import codes_made
from junto.people.views.second_step import pending, stage_of
from junto.people.ways_in import door_of_ours

Codes = list[str] | None
"""Recovery codes that came with what was set up; none when nothing was."""


@door_of_ours()
@answers("GET", "POST")
@owners_only
@proved
def duty(request: HttpRequest) -> HttpResponse:
    """Owners choose of whom a second step is asked."""
    form = DutyForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        HouseRules.ask_for_second_step(by=request.user, of=form.cleaned_data["of"])
        if form.cleaned_data["at_once"]:
            sign_out_who_owes()
        toast(request, _("From now on that holds."))
        return redirect("people:coming_in")
    return render(request, "people/duty.html", {"form": form})


@door_of_ours()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_stage_required(stage=SetUp.key, redirect_urlname="account_login")
@guarded("new-app", pending)
def set_up(request: HttpRequest) -> HttpResponse:
    """For somebody who gave the right password and owes a second step: an app or a passkey, then they are in."""
    stage = stage_of(request)
    person: Person = stage.login.user
    if not owes(person):
        return _no_longer(stage, person)
    by_passkey = "credential" in request.POST
    code, passkey = Code(None if by_passkey else request.POST or None), NewPasskey(request.POST if by_passkey else None)
    if request.method == "POST":
        codes = _by_passkey(person, passkey) if by_passkey else _by_app(request, person, code)
        if codes is not None:
            onward: HttpResponse = stage.exit()
            return codes_made(request, codes, onward=onward.headers["Location"])
    passkey.initial["name"] = agent_name(request.headers.get("User-Agent", ""))
    shown = {"form": code, "passkey": passkey, "options": to_add(person), **to_know(request, person)}
    return render(request, "account/set_up.html", shown)


def _no_longer(stage: LoginStage, person: Person) -> HttpResponse:
    """The duty was lifted: they come in. Or a second step was set up meanwhile, which they have to show from the beginning."""
    response: HttpResponse = stage.abort() if ways_of(person).second_step else stage.exit()
    return response


def _by_app(request: HttpRequest, person: Person, form: Code) -> Codes:
    if not form.is_valid():
        return None
    if not app_fits(secret_of(request), form.cleaned_data["code"]):
        form.refuse()
        return None
    try:
        return set_up_app(person, request.session.pop(SECRET))
    except IntegrityError:  # sent twice in the same moment: the first one counts
        return None


def _by_passkey(person: Person, form: NewPasskey) -> Codes:
    return add_passkey(person, **form.cleaned_data) if form.is_valid() else None
