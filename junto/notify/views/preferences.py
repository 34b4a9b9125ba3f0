from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.notify.calling import plan_anew
from junto.notify.forms.preferences import PreferencesForm
from junto.notify.hearing import heard_whole_by, muted_by
from junto.notify.means import Means
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
    beside = {"whole": heard_whole_by(request.user), "parts": slots_of("preferences.margin", request)}
    return render(request, "notify/preferences.html", said | beside)


@answers("POST")
def way(request: HttpRequest, name: str) -> HttpResponse:
    """Tries again a way that was closed."""
    ClosedWay.objects.open_again(request.user, name)
    toast(request, _("It is tried again from now on."))
    return HttpResponseRedirect(reverse("notify:preferences"))
