"""Asking a question or starting a discussion."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from junto.kit.files.refusals import Refused
from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.posts import drafting, twice
from junto.posts.asking import AskForm, Places
from junto.posts.attached.carried import Carried
from junto.posts.models import Draft
from junto.posts.typed_names import say_who_was_not_told


@drafting.words_wait
@answers("GET", "POST")
def ask(request: HttpRequest) -> HttpResponse:
    """The form, with what comes along from elsewhere (`?words=`, `?space=`, `?kind=`, `?topic=`) or the draft; POST opens the thread.

    Without script, POST with `look` asks first what was answered already.
    """
    places = Places(request.user, request.POST.get("space") or request.GET.get("space", ""))
    if request.method == "POST":
        return _look(request, places) if "look" in request.POST else _take(request, places)
    draft = drafting.draft_of(request, "ask")
    return _page(request, AskForm(places=places, initial=_begin(request, draft)), draft, Carried(request, "ask"))


@answers("GET")
def my_spaces(request: HttpRequest) -> HttpResponse:
    """For somebody who belongs to many spaces: those whose names have a word that begins like `?elsewhere=`."""
    return render(request, "posts/ask/spaces.html", {"spaces": Places(request.user).beginning(request.GET.get("elsewhere", ""))})


def _begin(request: HttpRequest, draft: Draft | None) -> dict[str, str]:
    """What the form begins with: what was kept, and over it what the address brings along."""
    brought = {"title": request.GET.get("words", ""), "space": request.GET.get("space", ""), "kind": request.GET.get("kind", "")}
    brought["topics"] = request.GET.get("topic", "")
    return {"kind": "question"} | (draft.fields if draft else {}) | {name: value for name, value in brought.items() if value}


def _look(request: HttpRequest, places: Places) -> HttpResponse:
    """Nothing is asked yet: the form again, with all its words, and under the title what was answered already."""
    drafting.keep(request, "ask")
    form = AskForm(places=places, initial=request.POST.dict())
    return _page(request, form, drafting.draft_of(request, "ask"), Carried(request, "ask"), looked=True)


def _take(request: HttpRequest, places: Places) -> HttpResponse:
    form, files = AskForm(request.POST, places=places), Carried(request, "ask")
    if not form.is_valid() or files.troubles:
        return _page(request, form, None, files, status=422)
    try:
        thread = form.open(by=request.user, mark=twice.mark_of(request), files=files.said)
    except Refused as refused:
        return _page(request, form, None, files.refuse(refused), status=422)
    Draft.objects.let_go(request.user, "ask")
    say_who_was_not_told(request, form.cleaned_data["text"], thread.space)
    if twice.from_outbox(request):
        return twice.told(thread.get_absolute_url(), before=thread.came_before)
    return HttpResponseRedirect(thread.get_absolute_url())


def _page(
    request: HttpRequest, form: AskForm, draft: Draft | None, files: Carried, *, status: int = 200, looked: bool = False
) -> HttpResponse:
    parts = slots_of("ask", request, words=form["title"].value() or "", looked=looked)
    things = {"form": form, "draft": draft, "files": files, "parts": parts, "places": form.places}
    return render(request, "posts/ask.html", things, status=status)
