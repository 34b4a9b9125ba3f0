from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.files.forms import PictureForm
from junto.kit.files.standing import standing
from junto.kit.files.taking_in import take_out
from junto.kit.http import answers, method
from junto.people import rules
from junto.people.file_uses import PersonPicture
from junto.people.models import Look, LookKind, Person


@answers("DELETE")
def of_somebody(request: HttpRequest, number: int) -> HttpResponse:
    """An owner takes out a picture that should not be there."""
    somebody = get_object_or_404(Person.objects.visible_to(request.user), pk=number)
    allow(rules.may_take_picture_out(request.user, somebody))
    Look.objects.note(LookKind.PICTURE, by=request.user, people=[somebody.pk], why=request.POST.get("why", ""))
    take_out(PersonPicture.name, somebody.pk, by=request.user.pk)
    toast(request, _("The picture is gone."))
    return redirect(somebody)


@answers("GET", "POST", "DELETE")
def picture(request: HttpRequest) -> HttpResponse:
    """The person's own picture: POST gives another, DELETE takes it out. For htmx, how it stands."""
    if method(request) == "DELETE":
        take_out(PersonPicture.name, request.user.pk, by=request.user.pk)
        toast(request, _("Your picture is gone."))
        return redirect("people:picture")
    form = PictureForm(request.POST or None, request.FILES or None, by=request.user.pk)
    if request.method == "POST" and form.hang_on(PersonPicture.name, request.user.pk):
        return redirect("people:picture")
    template = "people/picture/_now.html" if request.htmx else "people/picture.html"
    context = {"form": form, "standing": standing(PersonPicture.name, request.user.pk)}
    return render(request, template, context, status=422 if form.is_bound else 200)
