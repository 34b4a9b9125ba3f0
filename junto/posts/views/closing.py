"""Closing a thread, opening it again, and saying which other thread it belongs with."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method, way_back
from junto.posts.forms import ClosureForm, LinkForm
from junto.posts.models import Thread
from junto.posts.views.fetching import done, thread_here


@answers("GET", "POST", "DELETE")
def closure(request: HttpRequest, thread_id: int) -> HttpResponse:
    """GET asks for the reason, POST closes, DELETE opens again."""
    thread, reader = thread_here(request, thread_id)
    allow(reader.may_close)
    if method(request) == "DELETE":
        thread.reopen(by=request.user)
        return done(request, thread.get_absolute_url())
    form = ClosureForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "posts/closure.html", {"thread": thread, "form": form}, status=422 if form.is_bound else 200)
    thread.close(by=request.user, because=form.cleaned_data["because"])
    toast(request, _("Closed. Nobody can write here until it is opened again."), undo=request.path, method="DELETE")
    return HttpResponseRedirect(thread.get_absolute_url())


@answers("GET", "POST", "DELETE")
def links(request: HttpRequest, thread_id: int) -> HttpResponse:
    """GET asks which other thread, POST links the two, DELETE (with `other`) takes the link away."""
    thread, reader = thread_here(request, thread_id)
    allow(reader.may_link)
    if method(request) == "POST":
        return _link(request, thread)
    if method(request) == "DELETE":
        other = _other_thread(request, thread)
        thread.unlink_from(other, by=request.user) if other else None
        return HttpResponseRedirect(thread.get_absolute_url())
    return render(request, "posts/link.html", {"thread": thread, "form": LinkForm(initial={"kind": "duplicate"})})


def _link(request: HttpRequest, thread: Thread) -> HttpResponse:
    form, other = LinkForm(request.POST), _other_thread(request, thread)
    if other is None:
        form.add_error("other", _("This leads to no other thread that you can read."))
    if other is None or not form.is_valid():
        return render(request, "posts/link.html", {"thread": thread, "form": form}, status=422)
    thread.link_to(other, kind=form.cleaned_data["kind"], by=request.user)
    return HttpResponseRedirect(way_back(request, thread.get_absolute_url()))


def _other_thread(request: HttpRequest, thread: Thread) -> Thread | None:
    """The thread whose address or number was given, if the person may read it."""
    found = re.search(r"(?:threads/|^\s*#?)([0-9]{1,18})\b", request.POST.get("other", "")[:500])
    readable = Thread.objects.visible_to(request.user).exclude(pk=thread.pk)
    return readable.filter(pk=int(found[1])).first() if found else None
