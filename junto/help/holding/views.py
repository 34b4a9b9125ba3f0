"""Saying whether an answer still holds, asking whether it does, and the list of what should be looked at."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.help.holding import rules
from junto.help.holding.forms import DoubtForm, OutdatedForm
from junto.help.holding.reading import credited_in, newer_thread
from junto.help.holding.worklist import worklist
from junto.help.models import Doubt, Verification
from junto.kit.access import allow
from junto.kit.http import answers, method, way_back
from junto.posts.addresses import address_of
from junto.posts.models import Outdated, Post
from junto.posts.views.fetching import done, post_here, space_here


@answers("POST", "DELETE")
def verification(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST: it still holds. DELETE: not looked at after all."""
    post = _reviewed(request, post_id)
    if method(request) == "POST":
        Verification.objects.verify(post, by=request.user)
        toast(request, _("Checked. Readers see when, and by whom."), undo=request.path, method="DELETE")
    else:
        for row in Verification.objects.filter(post=post).select_related("post__thread"):
            row.take_back(by=request.user)
    return done(request, way_back(request, address_of(post)))


@answers("GET", "POST", "DELETE")
def outdated(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST: it may no longer hold. GET asks for more words and the way to a newer thread. DELETE: it holds."""
    post = _reviewed(request, post_id)
    row = Outdated.objects.filter(post=post).select_related("post__thread").first()
    if method(request) == "DELETE":
        row.take_back(by=request.user) if row else None
        return done(request, way_back(request, address_of(post)))
    if request.method != "POST":
        said = {"because": row.because, "instead": row.instead_id or ""} if row else {}
        return _outdated_page(request, post, OutdatedForm(initial=said))
    return _mark(request, post, OutdatedForm(request.POST))


@answers("GET", "POST", "DELETE")
def doubt(request: HttpRequest, post_id: int) -> HttpResponse:
    """GET asks why, POST asks the author and the hosts, DELETE takes that back."""
    post, _reader = post_here(request, post_id)
    allow(rules.may_doubt(request.user, post))
    if method(request) == "DELETE":
        Doubt.objects.filter(post=post, person=request.user).settle()
        return done(request, address_of(post))
    form = DoubtForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "help/holding/doubt.html", {"post": post, "form": form}, status=422 if form.is_bound else 200)
    Doubt.objects.ask(post, by=request.user, words=form.cleaned_data["words"])
    toast(request, _("The author and the hosts hear of it, and nobody else."), undo=request.path, method="DELETE")
    return HttpResponseRedirect(address_of(post))


@answers("GET")
def still_true(request: HttpRequest, slug: str) -> HttpResponse:
    """For hosts: answers that should be looked at, those first on which most people rely."""
    space = space_here(request, slug)
    allow(rules.may_see_reviews(space.membership_of(request.user)))
    found = worklist(space, after=request.GET.get("after"))
    return render(request, "help/holding/still_true.html", {"space": space, "page": found})


def _reviewed(request: HttpRequest, post_id: int) -> Post:
    post, reader = post_here(request, post_id)
    is_credited = credited_in(reader.thread, request.user)
    allow(rules.may_review(request.user, post, reader.membership, is_credited=is_credited))
    return post


def _mark(request: HttpRequest, post: Post, form: OutdatedForm) -> HttpResponse:
    wanted = request.POST.get("instead", "")
    instead = newer_thread(wanted, post.thread)
    if wanted.strip() and instead is None:
        form.add_error("instead", _("This leads to no other thread of this space."))
    if not form.is_valid():
        return _outdated_page(request, post, form, status=422)
    Outdated.objects.mark(post, by=request.user, because=form.cleaned_data["because"], instead=instead)
    toast(request, _("Marked. Whoever relied on it hears of it once, in a while."), undo=request.path, method="DELETE")
    return done(request, way_back(request, address_of(post)))


def _outdated_page(request: HttpRequest, post: Post, form: OutdatedForm, status: int = 200) -> HttpResponse:
    return render(request, "help/holding/outdated.html", {"post": post, "form": form}, status=status)
