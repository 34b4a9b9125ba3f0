"""The page for owners, and what they can do there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, owners_only
from junto.kit.work import later
from junto.notify.looked_at import sent_to_all
from junto.operating import dead_work
from junto.operating.checks.sizes import sizes
from junto.operating.dead_work import SHOWN, Given
from junto.operating.how_it_is import how_it_is
from junto.operating.letters import send_test_letter
from junto.operating.looking import look_outside


@answers("GET")
@owners_only
def page(request: HttpRequest) -> HttpResponse:
    """Readable in ten seconds: everything is well, or what to do."""
    lost, aside = dead_work.given_up(), dead_work.put_aside()
    things = {
        "how": how_it_is(),
        "sizes": sizes(),
        "sent": sent_to_all(),
        "lost": [Given(work) for work in lost[:SHOWN]],
        "aside": [Given(work) for work in aside[:SHOWN]],
        "mailed": settings.MAIL_WORKS,
    }
    return render(request, "operating/how_it_is.html", things)


@answers("POST")
@owners_only
def looking(request: HttpRequest) -> HttpResponse:
    """Has what stands outside tried now."""
    later(look_outside)
    toast(request, _("Being looked at. It takes some seconds; then open this page again."))
    return redirect("operating:how_it_is")


@answers("POST")
@owners_only
def test_letter(request: HttpRequest) -> HttpResponse:
    """Sends a letter to whoever asks."""
    later(send_test_letter, person_id=request.user.pk)
    toast(request, _("A letter to you is on its way. In a moment this page says how it went."))
    return redirect("operating:how_it_is")
