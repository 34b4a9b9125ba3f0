"""What could not be placed, and what machines sent: for owners. Reading it is a look, where it is known whose it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method, owners_only
from junto.mail.incoming.asking import ask_sender
from junto.mail.incoming.forms import PlaceForm
from junto.mail.incoming.handing_out import words_as_file
from junto.mail.incoming.reading import as_it_came, read
from junto.mail.incoming.reasons import PASSED_OVER, WAITING
from junto.mail.models import IncomingMail
from junto.people.models import Look, LookKind

BIGGEST = 2**63 - 1
SHOWN = 100
State = IncomingMail.State


@answers("GET")
@owners_only
def every(request: HttpRequest) -> HttpResponse:
    """Who wrote, when, and why it waits; `?what=machines` shows what machines sent. No words of anybody."""
    machines = request.GET.get("what") == "machines"
    rows = IncomingMail.objects.passed_over() if machines else IncomingMail.objects.for_owners()
    mails = [(mail, _why(mail)) for mail in rows[:SHOWN]]
    return render(request, "mail/all_waiting.html", {"mails": mails, "machines": machines})


@answers("GET", "POST", "DELETE")
@owners_only
def one(request: HttpRequest, number: int) -> HttpResponse:
    """The mail as it came. POST says where it belongs and asks its sender, DELETE throws it away."""
    mail = _waiting(number)
    if method(request) == "DELETE":
        return _throw_away(request, mail)
    form = PlaceForm(request.POST if method(request) == "POST" else None, by=request.user, sender=mail.person)
    if method(request) == "POST" and mail.person is not None and form.is_valid():
        return _hand_over(request, mail, form)
    _look(request, mail)
    things = {"mail": mail, "why": _why(mail), "found": read(mail), "raw": as_it_came(mail), "form": form}
    return render(request, "mail/waiting.html", things, status=422 if form.is_bound else 200)


@answers("GET")
@owners_only
def words(request: HttpRequest, number: int) -> HttpResponse:
    """All it says, as a file. It leaves the same look."""
    mail = _waiting(number)
    _look(request, mail)
    return words_as_file(mail, read(mail).cut.whole)


def _waiting(number: int) -> IncomingMail:
    mail = IncomingMail.objects.filter(pk=min(number, BIGGEST), state__in=[State.WAITING, State.PASSED_OVER]).first()
    if mail is None:
        raise Http404
    return mail


def _look(request: HttpRequest, mail: IncomingMail) -> None:
    Look.objects.note(LookKind.MAIL, by=request.user, people=[mail.person_id] if mail.person_id else [])


def _hand_over(request: HttpRequest, mail: IncomingMail, form: PlaceForm) -> HttpResponse:
    mail.become(State.WAITING, thread=form.cleaned_data["thread"], space=form.cleaned_data["space"])
    ask_sender(mail)
    toast(request, _("%(name)s is asked whether it shall be posted there.") % {"name": mail.person})
    return redirect("mail:all_waiting")


def _throw_away(request: HttpRequest, mail: IncomingMail) -> HttpResponse:
    mail.delete()
    toast(request, _("Thrown away."))
    return redirect("mail:all_waiting")


def _why(mail: IncomingMail) -> str:
    return str({**WAITING, **PASSED_OVER}.get(mail.reason, ""))
