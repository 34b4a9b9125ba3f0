from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method, owners_only
from junto.kit.work import later
from junto.portability.sample import carriers, how_far


@answers("GET", "POST", "DELETE")
@owners_only
def sample(request: HttpRequest) -> HttpResponse:
    """Lets the sample company in, shows how far it has come, and takes it out again."""
    if method(request) == "POST":
        later(carriers.let_in, owner=request.user.pk)
        return HttpResponseRedirect(reverse("portability:sample"))
    if method(request) == "DELETE":
        later(carriers.take_out, owner=request.user.pk)
        toast(request, _("The sample company is leaving. It takes some seconds."))
        return HttpResponseRedirect(reverse("pages:home"))
    done, of = how_far()
    return render(request, "portability/_moving.html" if request.htmx else "portability/sample.html", {"done": done, "of": of})
