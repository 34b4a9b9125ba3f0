from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.files.forms import PictureForm
from junto.kit.files.standing import standing
from junto.kit.files.taking_in import take_out
from junto.kit.http import answers, method
from junto.spaces import rules
from junto.spaces.file_uses import SpacePicture
from junto.spaces.views.here import here


@answers("GET", "POST", "DELETE")
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of the space, for its hosts: POST gives another, DELETE takes it out. For htmx, how it stands."""
    found = here(request, slug)
    allow(rules.may_lead(found.part))
    if method(request) == "DELETE":
        take_out(SpacePicture.name, found.space.pk, by=found.person.pk)
        toast(request, _("The picture is gone."))
        return redirect("spaces:picture", slug)
    form = PictureForm(request.POST or None, request.FILES or None, by=found.person.pk)
    if request.method == "POST" and form.hang_on(SpacePicture.name, found.space.pk):
        return redirect("spaces:picture", slug)
    template = "spaces/picture/_now.html" if request.htmx else "spaces/picture.html"
    context = {"space": found.space, "form": form, "standing": standing(SpacePicture.name, found.space.pk)}
    return render(request, template, context, status=422 if form.is_bound else 200)
