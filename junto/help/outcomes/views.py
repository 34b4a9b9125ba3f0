"""Saying whether it worked, and when to be asked."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.help.models import CheckBack, Outcome
from junto.help.outcomes.forms import OutcomeForm, WhenForm
from junto.help.outcomes.rules import may_say_outcome
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.posts.models import Post, Thread
from junto.posts.views.fetching import done, thread_here

MOST = 30
BEGINNING = 80


@answers("GET", "POST", "DELETE")
def outcome(request: HttpRequest, thread_id: int) -> HttpResponse:
    """GET asks whether it worked, POST says so, DELETE takes it back."""
    thread = _asked(request, thread_id)
    if method(request) == "DELETE":
        for said in Outcome.objects.filter(thread=thread).select_related("thread"):
            said.take_back(by=request.user)
        return done(request, thread.get_absolute_url())
    if request.method != "POST":
        return _page(request, thread, OutcomeForm(answers=_answers(thread), initial={"says": request.GET.get("says")}))
    form = OutcomeForm(request.POST, answers=_answers(thread))
    if not form.is_valid():
        return _page(request, thread, form, status=422)
    return _say(request, thread, form)


@answers("GET", "POST")
def when(request: HttpRequest, thread_id: int) -> HttpResponse:
    """POST says when to be asked. Whoever follows a link here is led to where that is chosen."""
    thread = _asked(request, thread_id)
    if request.method != "POST":
        return HttpResponseRedirect(url("help:outcome", thread.pk))
    form = WhenForm(request.POST)
    if not form.is_valid():
        return _page(request, thread, OutcomeForm(answers=_answers(thread)), form, status=422)
    CheckBack.objects.choose(thread, form.at())
    toast(request, _("You will not be asked.") if form.at() is None else _("You will be asked then, once."))
    return HttpResponseRedirect(thread.get_absolute_url())


def _asked(request: HttpRequest, thread_id: int) -> Thread:
    thread, reader = thread_here(request, thread_id)
    allow(may_say_outcome(request.user, thread, reader.membership))
    return thread


def _answers(thread: Thread) -> list[tuple[int, str]]:
    """The answers that do not count yet as what solved it."""
    rows = Post.objects.standing().filter(thread=thread, kind=Post.Kind.ANSWER, acceptance=None).select_related("author")
    return [(post.pk, _beginning(post)) for post in rows.order_by("pk")[:MOST]]


def _beginning(post: Post) -> str:
    return f"{post.author.name if post.author else _('somebody who left')}: {post.excerpt(BEGINNING)}"


def _say(request: HttpRequest, thread: Thread, form: OutcomeForm) -> HttpResponse:
    if form.cleaned_data["says"] != Outcome.Says.NO:
        for post in Post.objects.standing().filter(pk__in=form.chosen(), thread=thread):
            post.accept(by=request.user)
    said = Outcome.objects.say(thread, by=request.user, says=form.cleaned_data["says"], words=form.cleaned_data["words"])
    words = _("The question is open again.") if said.is_no else _("Thank you. Whoever looks for this will see it.")
    toast(request, words, undo=request.path, method="DELETE")
    return HttpResponseRedirect(thread.get_absolute_url())


def _page(request: HttpRequest, thread: Thread, form: OutcomeForm, when: WhenForm | None = None, status: int = 200) -> HttpResponse:
    said, back = Outcome.objects.filter(thread=thread).first(), CheckBack.objects.filter(thread=thread).first()
    given = {"thread": thread, "form": form, "when": when or WhenForm(), "said": said, "back": back}
    return render(request, "help/outcomes/outcome.html", given, status=status)
