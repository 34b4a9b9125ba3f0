"""Whoever helped sees first what would be shared: they mend it, leave their name out, or say no."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.help.hallway.forms import AnswerForm
from junto.help.models import FirstLook
from junto.kit.http import answers, method
from junto.posts.views.fetching import BIGGEST


@answers("GET", "POST", "PUT", "DELETE")
def first_look(request: HttpRequest, number: int) -> HttpResponse:
    """The note as it would be shared. POST says yes to it, DELETE no; PUT takes the no back while there is still time.

    Whoever comes too late, or twice, reads what came of it.
    """
    how = method(request)
    look = get_object_or_404(FirstLook.objects.shown_to(request.user).for_page(), pk=min(number, BIGGEST))
    if how == "PUT" and look.is_no:
        look.think_again()
        return HttpResponseRedirect(look.get_absolute_url())
    if not look.waits:
        return _decided(request, look, how)
    if how == "DELETE":
        return _decline(request, look)
    form = AnswerForm(request.POST if how == "POST" else None, initial={"title": look.title, "text": look.text})
    if how == "POST" and form.is_valid():
        return _agree(request, look, form)
    return render(request, "help/hallway/first_look.html", {"look": look, "form": form}, status=422 if form.errors else 200)


def _decided(request: HttpRequest, look: FirstLook, how: str) -> HttpResponse:
    words = request.POST.get("text", "") if how == "POST" else ""
    return render(request, "help/hallway/decided.html", {"look": look, "words": words}, status=409 if how == "POST" else 200)


def _agree(request: HttpRequest, look: FirstLook, form: AnswerForm) -> HttpResponse:
    given = form.cleaned_data
    done = look.agree(by=request.user, title=given["title"], text=given["text"], is_named=given["answer"] == "named")
    toast(request, _("Thank you. It is shared now.") if done else _("It cannot be shared there any more. It stays as it was."))
    return HttpResponseRedirect(done.get_absolute_url() if done else url("help:notes"))


def _decline(request: HttpRequest, look: FirstLook) -> HttpResponse:
    look.decline()
    said = _("It is not shared. Nobody learns that you said no; it looks as if you had not answered.")
    toast(request, said, undo=request.path, method="PUT")
    return HttpResponseRedirect(url("help:notes"))
