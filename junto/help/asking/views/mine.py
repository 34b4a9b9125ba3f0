"""A person's own page: what people may ask them about, and how often."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.help.asking.forms import CapacityForm
from junto.help.models import Capacity, Consent, Request
from junto.kit.http import answers, method, way_back
from junto.topics.models import Topic

MOST_SHOWN = 20
SAYS = (Consent.Answer.YES, Consent.Answer.NOT_NOW, Consent.Answer.NEVER)


@answers("GET", "POST")
def mine(request: HttpRequest) -> HttpResponse:
    """What one may be asked about, how often, and what one was asked."""
    form = CapacityForm.of(Capacity.objects.of(request.user), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        Capacity.objects.choose(request.user, **form.cleaned_data)
        toast(request, _("From now on you are asked like this."))
        return HttpResponseRedirect(reverse("help:mine"))
    consents = list(Consent.objects.of(request.user).order_by("topic__name"))
    shown = {
        "form": form,
        "topics": list(request.user.ask_me_about.order_by("name", "id")),
        "open": next((consent for consent in consents if consent.answer == Consent.Answer.OPEN), None),
        "refused": [consent for consent in consents if consent.answer != Consent.Answer.OPEN],
        "requests": Request.objects.of(request.user).standing().order_by("-at", "-id")[:MOST_SHOWN],
    }
    return render(request, "help/asking/mine.html", shown, status=422 if form.is_bound else 200)


@answers("POST", "DELETE")
def topic(request: HttpRequest, topic_id: int) -> HttpResponse:
    """Yes, not now, or never; or as if nothing had been said."""
    found = get_object_or_404(Topic.objects.visible_to(request.user).filter(alias_of=None), pk=topic_id)
    back = HttpResponseRedirect(way_back(request, reverse("help:mine")))
    if method(request) == "DELETE":
        Consent.objects.take_back(request.user, found)
        return back
    said = request.POST.get("answer", "")
    if said not in SAYS:
        raise Http404
    Consent.objects.say(request.user, found, said)
    toast(request, _words(said) % {"topic": found.name})
    return back


def _words(said: str) -> str:
    if said == Consent.Answer.YES:
        return _("People see now that you are happy to be asked about “%(topic)s”.")
    if said == Consent.Answer.NEVER:
        return _("You are not asked about “%(topic)s”. Nobody else learns of it.")
    return _("You are not asked about “%(topic)s” for 90 days. Nobody else learns of it.")
