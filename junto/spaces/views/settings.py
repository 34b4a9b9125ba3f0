from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.spaces import rules
from junto.spaces.forms.settings import SettingsForm
from junto.spaces.views.here import here


@answers("GET", "POST")
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Hosts change what the space is and who comes in. What changes counts from this moment, on every page."""
    found = here(request, slug)
    allow(rules.may_lead(found.part))
    form = SettingsForm(found.space, request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        shown = {"space": found.space, "form": form, "doors": slots_of("space.settings", request, space=found.space)}
        return render(request, "spaces/settings.html", shown, status=422 if form.is_bound else 200)
    found.space.change(by=found.person, **form.cleaned_data)
    toast(request, _("Changed."))
    return HttpResponseRedirect(found.space.get_absolute_url())
