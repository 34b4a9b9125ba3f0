"""What others do about a need: want it too, volunteer; and how it ends."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.help.models import NeedEnd, NeedOffer
from junto.help.needs import rules
from junto.help.needs.forms import OfferForm
from junto.help.needs.views.board import need_here, show
from junto.kit.access import allow
from junto.kit.http import answers, method, way_back
from junto.posts.views.fetching import BIGGEST, done


@answers("POST", "DELETE")
def joining(request: HttpRequest, number: int) -> HttpResponse:
    """POST: I would like to learn it too, and hear of it. DELETE: not any more."""
    need = need_here(request, number)
    if method(request) == "POST":
        allow(rules.may_join(request.user, need))
        need.join(request.user)
        toast(request, _("You hear of it when somebody can help."), undo=request.path, method="DELETE")
    else:
        need.leave(request.user)
    return HttpResponseRedirect(way_back(request, need.get_absolute_url()))


@answers("POST")
def offers(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody volunteers."""
    need = need_here(request, number)
    allow(rules.may_offer(request.user, need))
    form = OfferForm(request.POST)
    if not form.is_valid():
        return show(request, need, form, status=422)
    need.offer(by=request.user, **form.cleaned_data)
    toast(request, _("Thank you. They hear of it."))
    return HttpResponseRedirect(need.get_absolute_url())


@answers("DELETE")
def offer(request: HttpRequest, number: int, offer: int) -> HttpResponse:
    """Whoever volunteered cannot after all."""
    need = need_here(request, number)
    found = get_object_or_404(NeedOffer, need=need, pk=min(offer, BIGGEST))
    allow(rules.may_take_offer_back(request.user, found))
    found.take_back()
    toast(request, _("Taken back."))
    return HttpResponseRedirect(need.get_absolute_url())


@answers("POST", "DELETE")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """POST: it was learned (`how=fulfilled`), or is not wanted any more. DELETE: it stands on the board again."""
    need = need_here(request, number)
    allow(rules.may_end(request.user, need, need.membership_of(request.user)))
    if method(request) == "DELETE":
        need.begin_again(by=request.user)
        return done(request, need.get_absolute_url())
    is_learned = request.POST.get("how") == NeedEnd.How.FULFILLED
    need.finish(NeedEnd.How.FULFILLED if is_learned else NeedEnd.How.WITHDRAWN, by=request.user)
    toast(
        request,
        _("Good. It stands under what was learned.") if is_learned else _("Taken off the board."),
        undo=request.path,
        method="DELETE",
    )
    return HttpResponseRedirect(need.get_absolute_url())
