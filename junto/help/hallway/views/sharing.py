"""Making something for others of a note: a note on the page of a space, a question and answer, another case of what was asked before."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.help.hallway import rules
from junto.help.hallway.forms import ShareForm, spaces_for
from junto.help.hallway.sharing import may_share, share
from junto.help.models import Note, SharedNote
from junto.help.models.shared_note import Shape, Wish
from junto.kit.access import allow
from junto.kit.http import answers
from junto.kit.paging import page
from junto.posts.models import Thread
from junto.posts.views.fetching import BIGGEST, space_here


@answers("GET", "POST")
def sharing(request: HttpRequest, number: int) -> HttpResponse:
    """Where a note may go and as what; POST shares it, or shows it to its partner first."""
    note = _note(request, number)
    form = ShareForm(request.POST if request.method == "POST" else None, note=note, initial={"space": request.GET.get("space", "")})
    if request.method == "POST":
        allow(rules.may_be_offered(note))
        if form.is_valid():
            return _share(request, note, Wish(Shape(form.cleaned_data["shape"]), form.cleaned_data["space"]))
    shown = {"note": note, "form": form, "spaces": spaces_for(note)}
    return render(request, "help/hallway/sharing.html", shown, status=422 if form.errors else 200)


@answers("POST")
def case(request: HttpRequest, number: int) -> HttpResponse:
    """The note becomes another case: of a note of one's own (`note`), or beneath a question one may write to (`thread`)."""
    note = _note(request, number)
    if of := _asked(request, "note"):
        note.belong_to(get_object_or_404(Note.objects.visible_to(request.user).exclude(pk=note.pk), pk=of))
        toast(request, _("Put with the other case."))
        return HttpResponseRedirect(note.get_absolute_url())
    thread = get_object_or_404(Thread.objects.visible_to(request.user).select_related("space"), pk=_asked(request, "thread"))
    return _share(request, note, Wish(Shape.CASE, thread.space, thread))


def _asked(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return min(int(given), BIGGEST) if given.isdecimal() and len(given) < 20 else 0


def _share(request: HttpRequest, note: Note, wish: Wish) -> HttpResponse:
    allow(may_share(note, request.user, wish.space))
    outcome = share(note, wish)
    if outcome.waits and note.partner:
        toast(request, _("%(name)s sees it first; without their yes it stays with you.") % {"name": note.partner.name})
    else:
        toast(request, _("Shared.") if outcome.done else _("That is not possible any more. It stays with you."))
    return HttpResponseRedirect(outcome.done.get_absolute_url() if outcome.done else note.get_absolute_url())


@answers("GET")
def of_space(request: HttpRequest, slug: str) -> HttpResponse:
    """What was shared with a space, the newest first."""
    space = space_here(request, slug)
    rows = SharedNote.objects.visible_to(request.user).filter(space=space).for_rows()
    found = page(rows, order=("-at", "-id"), after=request.GET.get("after"))
    membership = space.membership_of(request.user)
    mine = {shared.pk for shared in found if rules.may_take_back(request.user, shared, membership)}
    return render(request, "help/hallway/of_space.html", {"space": space, "page": found, "mine": mine, "membership": membership})


@answers("DELETE")
def shared(request: HttpRequest, number: int) -> HttpResponse:
    """Takes back what was shared; the note stays with its writer."""
    found = get_object_or_404(SharedNote.objects.visible_to(request.user).for_rows(), pk=min(number, BIGGEST))
    allow(rules.may_take_back(request.user, found, found.space.membership_of(request.user)))
    found.take_back()
    toast(request, _("Taken back. Whoever wrote it still has the note."))
    return HttpResponseRedirect(url("help:of_space", found.space.slug))


def _note(request: HttpRequest, number: int) -> Note:
    return get_object_or_404(Note.objects.visible_to(request.user).for_rows(), pk=min(number, BIGGEST))
