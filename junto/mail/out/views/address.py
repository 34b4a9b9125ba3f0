from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.kit.work import later
from junto.mail.letters import send_proof_letter
from junto.mail.models import AddressTrouble, Stop
from junto.mail.out.mailing import Mailing
from junto.people.letters import mail_works


@answers("GET")
def mine(request: HttpRequest) -> HttpResponse:
    """Where mail to the person goes, whether it arrives, and which mails they stopped. Nobody else sees this."""
    stopped = set(Stop.objects.filter(person=request.user).values_list("mailing", flat=True))
    trouble = AddressTrouble.objects.of(request.user).first()
    mailings = [(each, each.name in stopped) for each in Mailing.every()]
    return render(request, "mail/address.html", {"trouble": trouble, "mailings": mailings, "works": mail_works()})


@answers("POST")
def set_right(request: HttpRequest) -> HttpResponse:
    """The person says that their address works: a letter goes there, and mail goes on."""
    AddressTrouble.objects.set_right(by=request.user)
    if mail_works():
        later(send_proof_letter, person_id=request.user.pk)
    toast(request, _("A letter is on its way to %(address)s. If it comes back, we tell you here.") % {"address": request.user.email})
    return redirect("mail:address")
