"""One's own notes: writing down what helped in twenty seconds, finding it again, mending, deleting."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.help.hallway import rules
from junto.help.hallway.by_mail import note_address
from junto.help.hallway.figures import how_long_it_takes
from junto.help.hallway.forms import NoteForm
from junto.help.hallway.likeness import alike
from junto.help.hallway.sharing import share
from junto.help.models import FirstLook, Note
from junto.kit.http import answers, method, way_back
from junto.kit.paging import page
from junto.kit.text.fold import folded
from junto.kit.text.line import one_line
from junto.people.models import Person
from junto.posts import twice
from junto.posts.views.fetching import BIGGEST, done

NEWEST = ("-at", "-id")
SUGGESTED = 10
CASES = 20


@answers("GET")
def notes(request: HttpRequest) -> HttpResponse:
    """All of the person's notes, or those with the words `?words=`; above them what somebody asks them to look at first."""
    words = one_line(request.GET.get("words", ""), 200)
    found = page(Note.objects.visible_to(request.user).with_words(words).for_rows(), order=NEWEST, after=request.GET.get("after"))
    looks = FirstLook.objects.visible_to(request.user).for_page().order_by("until")
    took = how_long_it_takes() if request.user.is_owner else None
    shown = {"page": found, "words": words, "looks": looks, "took": took, "address": note_address(request.user)}
    return render(request, "help/hallway/notes.html", shown)


@answers("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """The form, with the words carried along from elsewhere (`?words=`, `?text=`, `?topic=`, `?space=`); POST takes the note."""
    if request.method == "POST" and "begin" not in request.POST:
        return _take(request)
    brought = request.POST if request.method == "POST" else request.GET
    begun = {"title": brought.get("words") or brought.get("title", ""), "text": brought.get("text", ""), "space": brought.get("space", "")}
    form = NoteForm(by=request.user, initial=begun | {"topics": brought.get("topic", "")})
    return _form(request, form)


def _form(request: HttpRequest, form: NoteForm, *, status: int = 200) -> HttpResponse:
    shown = {"form": form, "note": None, "next": way_back(request, ""), "address": note_address(request.user)}
    return render(request, "help/hallway/new.html", shown, status=status)


def _take(request: HttpRequest) -> HttpResponse:
    form = NoteForm(request.POST, by=request.user)
    if not form.is_valid():
        return _form(request, form, status=422)
    given = form.cleaned_data
    note = Note.objects.take(by=request.user, mark=twice.mark_of(request), seconds=given["seconds"], **form.said)
    if not note.came_before:
        if given["wish"]:
            share(note, given["wish"])
        toast(request, _taken(note, given["wish"]), undo=url("help:deletion", note.pk))
    to = note.get_absolute_url() if alike(note.title, request.user, besides=note.pk) else way_back(request, url("help:notes"))
    return twice.told(to, before=note.came_before) if twice.from_outbox(request) else HttpResponseRedirect(to)


def _taken(note: Note, wish: object) -> str:
    if wish and note.partner:
        return _("Noted. %(name)s sees it first; without their yes it stays with you.") % {"name": note.partner.name}
    return _("Noted, and shared with the space.") if wish else _("Noted. Only you see it.")


@answers("GET", "POST")
def note(request: HttpRequest, number: int) -> HttpResponse:
    """One note, what is much like it, and what can be made of it; POST changes it."""
    found = get_object_or_404(Note.objects.visible_to(request.user).for_rows(), pk=min(number, BIGGEST))
    form = NoteForm(request.POST if request.method == "POST" else None, by=request.user, initial=_as_typed(found))
    if request.method == "POST" and form.is_valid():
        found.write(**form.said)
        toast(request, _("Changed."))
        return HttpResponseRedirect(found.get_absolute_url())
    cases = Note.objects.visible_to(request.user).filter(case_of=found).order_by("-at", "-id")[:CASES]
    shown = {"note": found, "form": form, "cases": cases, "may_offer": rules.may_be_offered(found)}
    shown["like"] = alike(found.title, request.user, besides=found.pk)
    return render(request, "help/hallway/note.html", shown, status=422 if form.errors else 200)


def _as_typed(found: Note) -> dict[str, str]:
    topics = ", ".join(topic.name for topic in found.topics.all())
    return {"title": found.title, "text": found.text, "topics": topics, "who": found.whom}


@answers("POST", "DELETE")
def deletion(request: HttpRequest, number: int) -> HttpResponse:
    """POST deletes the note; DELETE brings it back. From the list both can be pressed without leaving it."""
    if method(request) == "POST":
        get_object_or_404(Note.objects.visible_to(request.user), pk=min(number, BIGGEST)).delete_softly()
        toast(request, _("Deleted."), undo=request.path, method="DELETE")
        return done(request, url("help:notes"))
    found = get_object_or_404(Note.objects.restorable_by(request.user), pk=min(number, BIGGEST))
    found.restore()
    return done(request, found.get_absolute_url())


@answers("GET")
def like(request: HttpRequest) -> HttpResponse:
    """Under the line that is being written (`?title=`): what asks much the same."""
    title = one_line(request.GET.get("title", ""), 200)
    return render(request, "help/hallway/_like.html", {"note": None, "like": alike(title, request.user) if title else []})


@answers("GET")
def people(request: HttpRequest) -> JsonResponse:
    """Up to SUGGESTED people with an account whose name holds the words `?words=`, as JSON."""
    words = folded(request.GET.get("words", "")[:100]).split()[:8]
    found = Person.objects.here().with_account().exclude(pk=request.user.pk)
    for word in words:
        found = found.filter(name_key__contains=word)
    named = found.order_by("name_key", "id")[:SUGGESTED] if words else []
    return JsonResponse({"people": [{"id": each.pk, "name": each.name, "note": each.what_i_do or each.place} for each in named]})
