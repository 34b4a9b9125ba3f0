from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, way_back
from junto.notify.forms.hearing import HearingForm
from junto.notify.hearing import Hearing


@answers("GET", "POST")
def hearing(request: HttpRequest, family: str, number: int) -> HttpResponse:
    """How much somebody hears of a thread, a space, a topic or a person."""
    found = Hearing.find(request.user, family, number)
    if found is None:
        raise Http404
    form = HearingForm(request.POST or None, hearing=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        toast(request, _("You hear as much of it as you want."))
        return HttpResponseRedirect(way_back(request, found.thing.get_absolute_url()))
    return render(request, "notify/hearing.html", {"hearing": found, "form": form})
