"""The second step of signing in: after the password, a code."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginStage
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from junto.people.forms.codes import Code
from junto.people.guarding import guarded
from junto.people.limits import note
from junto.people.models import Person
from junto.people.passkeys import signed_by
from junto.people.second_step import use_code, ways_of
from junto.people.ways_in import door_of_ours


def stage_of(request: HttpRequest) -> LoginStage:
    """How far somebody has come who gave the right password."""
    stage: LoginStage = request._login_stage  # type: ignore[attr-defined]  # put there by `login_stage_required`
    return stage


def pending(request: HttpRequest) -> str:
    """The account somebody is about to enter."""
    return str(stage_of(request).login.user.pk)


@door_of_ours()
@require_http_methods(["GET", "HEAD", "POST"])
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
@guarded("second-step", pending)
def second_step(request: HttpRequest) -> HttpResponse:
    """Asks for a code from the app, a recovery code or a passkey, and lets in whoever has one."""
    stage = stage_of(request)
    person: Person = stage.login.user
    form = Code(request.POST or None)
    if request.method == "POST":
        if _shown(request, person, form):
            response: HttpResponse = stage.exit()
            return response
        form.refuse()
        note(request, "a second step that failed")
    return render(request, "account/second_step.html", {"form": form, "ways": ways_of(person)})


def _shown(request: HttpRequest, person: Person, form: Code) -> bool:
    credential = request.POST.get("credential", "")
    if credential:
        return signed_by(person, credential)
    return form.is_valid() and use_code(person, form.cleaned_data["code"])
