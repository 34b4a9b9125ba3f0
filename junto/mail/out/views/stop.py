from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, method
from junto.mail.models import Stop
from junto.mail.out.mailing import Mailing
from junto.mail.out.stopping import stopping


@never_cache
@csrf_exempt  # a mail program presses the button: it has the signed link and nothing else (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The link in a mail: looking changes nothing, whoever or whatever looks; the button stops these mails, or lets them come again."""
    found = stopping(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        act = Stop.objects.end if method(request) == "DELETE" else Stop.objects.begin
        act(found.person, found.mailing.name)
    stopped = Stop.objects.stands(found.person, found.mailing.name)
    return render(request, "mail/stop.html", {"title": found.mailing.title, "stopped": stopped})


@answers("POST", "DELETE")
def own(request: HttpRequest, mailing: str) -> HttpResponse:
    """The same for somebody who is signed in."""
    known = Mailing.named(mailing)
    if known is None:
        raise Http404
    if method(request) == "DELETE":
        Stop.objects.end(request.user, known.name)
        toast(request, _("These mails come again."))
    else:
        Stop.objects.begin(request.user, known.name)
        toast(request, _("These mails come no more. Your inbox stays as it is."))
    return redirect("mail:address")
