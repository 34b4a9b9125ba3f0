"""Who may open an account: the page for owners, and the door for people nobody invited."""

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, owners_only
from junto.people.forms.coming_in import HouseRulesForm, ProvedAccount, SignUp
from junto.people.guarding import guarded, typed
from junto.people.letters import mail_works
from junto.people.models import HouseRules
from junto.people.proof import proved
from junto.people.signing_in import sign_in
from junto.people.signing_up import Proved, ask_for_account, open_account, opened_by, sign_up_open


@answers("GET", "POST")
@owners_only
@proved
def rules(request: HttpRequest) -> HttpResponse:
    """Owners choose who may come in, unless the operator has."""
    rules = HouseRules.now()
    form = HouseRulesForm(request.POST or None, person=request.user)
    if request.method == "POST":
        allow(not rules.fixed)
        if form.is_valid():
            HouseRules.change(by=request.user, **form.cleaned_data)
            toast(request, _("From now on that holds."))
            return redirect("people:coming_in")
    return render(request, "people/coming_in.html", {"form": form, "rules": rules, "mailed": mail_works()})


@require_http_methods(["GET", "HEAD", "POST"])
@guarded("sign-up", typed("email"))
def sign_up(request: HttpRequest) -> HttpResponse:
    """Asks for an address. The answer and the work are the same whether or not somebody has it."""
    if not sign_up_open():
        raise Http404
    form = SignUp(request.POST or None, rules=HouseRules.now())
    if request.method == "POST" and form.is_valid():
        ask_for_account(form.cleaned_data["email"])
        return redirect("account_sign_up_done")
    return render(request, "account/sign_up.html", {"form": form})


@require_http_methods(["GET", "HEAD"])
def asked(request: HttpRequest) -> HttpResponse:
    """What comes next."""
    return render(request, "account/sign_up_done.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@guarded("sign-up-link")
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the letter: looking uses nothing up, choosing a name and a password opens the account."""
    found = opened_by(token)
    if found is None:
        return render(request, "account/sign_up_gone.html", status=404)
    form = ProvedAccount(request.POST if request.method == "POST" else None, address=found.address)
    if request.method == "POST" and form.is_valid():
        return _come_in(request, found, form)
    return render(request, "account/sign_up_link.html", {"form": form, "address": found.address})


def _come_in(request: HttpRequest, found: Proved, form: ProvedAccount) -> HttpResponse:
    try:
        person = open_account(found, **form.cleaned_data)
    except IntegrityError:  # the button was pressed twice at once
        return render(request, "account/sign_up_gone.html", status=404)
    return sign_in(request, person)
