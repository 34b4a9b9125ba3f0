from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.digest.forms import RhythmForm
from junto.digest.mailings import WeeksLetter
from junto.digest.models import Rhythm
from junto.kit.http import answers, method
from junto.mail.models import Stop


@answers("GET", "POST")
def rhythm(request: HttpRequest) -> HttpResponse:
    """On which day and at which hour it comes."""
    chosen = Rhythm.objects.of(request.user)
    form = RhythmForm.of(chosen, request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return render(request, "digest/rhythm.html", {"form": form}, status=422 if form.is_bound else 200)
    Rhythm.objects.choose(request.user, **form.cleaned_data)
    toast(request, _("It comes then."))
    return HttpResponseRedirect(reverse("digest:editions"))


@answers("POST", "DELETE")
def stop(request: HttpRequest) -> HttpResponse:
    """Not this any more; or it comes again."""
    if method(request) == "DELETE":
        Stop.objects.end(request.user, WeeksLetter.name)
        toast(request, _("It comes again."))
    else:
        Stop.objects.begin(request.user, WeeksLetter.name)
        toast(request, _("It comes no more."), undo=reverse("digest:stop"), method="DELETE")
    return HttpResponseRedirect(reverse("digest:editions"))
