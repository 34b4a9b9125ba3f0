from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.people.forms.profile import ProfileForm
from junto.people.zones import time_zones


@answers("GET", "POST")
def me(request: HttpRequest) -> HttpResponse:
    """What the person says of themselves, to change it."""
    form = ProfileForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        toast(request, _("Your profile is changed."))
        return redirect(request.user)
    return render(request, "people/me.html", {"form": form, "zones": time_zones()})
