from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method
from junto.kit.notices import Concern
from junto.kit.slots import slots_of
from junto.notify.calling import plan_anew
from junto.notify.forms.preferences import PreferencesForm
from junto.notify.hearing import heard_whole_by, muted_by
from junto.notify.looked_at import never_looked_at
from junto.notify.means import Means, When
from junto.notify.models import ClosedWay, Preferences
from junto.notify.stopped import stopped_by
from junto.notify.ways import ways_of


@answers("GET", "POST")
def preferences(request: HttpRequest) -> HttpResponse:
    """Where and when somebody is told of what concerns them."""
    means = sorted((each for each in Means.every() if each.is_there()), key=lambda each: each.order)
    chosen = Preferences.objects.of(request.user)
    reaching = [each for each in means if each.reaches(request.user)]
    form = PreferencesForm(request.POST or None, preferences=chosen, means=reaching or means)
    if request.method == "POST" and form.is_valid():
        form.save()
        plan_anew(request.user)
        toast(request, _("From now on you are reached like this."))
        return HttpResponseRedirect(reverse("notify:preferences"))
    stopped = stopped_by(request.GET.get("stopped", ""), request.user)
    said = {"stopped": stopped, "form": form, "ways": ways_of(request.user, means, chosen), "muted": muted_by(request.user)}
    beside = {
        "unseen": never_looked_at(request.user, chosen),
        "whole": heard_whole_by(request.user),
        "parts": slots_of("preferences.margin", request),
    }
    return render(request, "notify/preferences.html", said | beside)


@answers("POST", "DELETE")
def less(request: HttpRequest, name: str, concern: str) -> HttpResponse:
    """Only in the inbox from now on; or it stays as it is, and nobody asks again."""
    about = next((each for each in Concern if each.value == concern), None)
    if about is None or Means.named(name) is None:
        raise Http404
    chosen = Preferences.objects.of(request.user)
    chosen.leave(name, about)
    if method(request) == "DELETE":
        toast(request, _("It stays as it is. You are not asked again."))
    else:
        chosen.wants(name, about, When.NOT)
        plan_anew(request.user)
        toast(request, _("From now on this waits in your inbox."))
    return HttpResponseRedirect(reverse("notify:preferences"))


@answers("POST")
def way(request: HttpRequest, name: str) -> HttpResponse:
    """Tries again a way that was closed."""
    ClosedWay.objects.open_again(request.user, name)
    toast(request, _("It is tried again from now on."))
    return HttpResponseRedirect(reverse("notify:preferences"))
