"""The board, one need, and saying one."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.help.models import Need
from junto.help.needs import rules
from junto.help.needs.around import Around
from junto.help.needs.forms import NeedForm, NeedWordsForm, OfferForm
from junto.kit.access import allow
from junto.kit.http import answers
from junto.kit.paging import page
from junto.kit.slots import slots_of
from junto.people.models import Person
from junto.posts.views.fetching import BIGGEST
from junto.spaces.models import Space
from junto.topics.models import Topic

FACES = 12


@answers("GET")
def needs(request: HttpRequest) -> HttpResponse:
    """What people would like to learn, the newest first: of a space (`?space=`), about a topic (`?topic=`), learned (`?show=learned`)."""
    is_learned = request.GET.get("show") == "learned"
    rows = Need.objects.visible_to(request.user)
    rows = rows.fulfilled() if is_learned else rows.open()
    space = Space.objects.readable_by(request.user).filter(slug=request.GET.get("space", "")).first()
    topic = Topic.objects.visible_to(request.user).filter(slug=request.GET.get("topic", "")).first()
    rows = rows.filter(space=space) if space else rows
    rows = rows.filter(topics=topic) if topic else rows
    found = page(rows.for_rows(request.user), order=("-at", "-id"), after=request.GET.get("after"))
    kept = {"space": space.slug if space else "", "topic": topic.slug if topic else ""}
    asked = urlencode({name: value for name, value in kept.items() if value})
    return render(
        request, "help/needs/board.html", {"page": found, "space": space, "topic": topic, "asked": asked, "is_learned": is_learned}
    )


@answers("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """The form, with what is known already (`?words=`, `?topic=`, `?space=`); POST says it."""
    brought = {"title": request.GET.get("words", ""), "topics": request.GET.get("topic", ""), "space": request.GET.get("space", "")}
    form = NeedForm(request.POST if request.method == "POST" else None, by=request.user, initial=brought)
    if request.method == "POST" and form.is_valid():
        need = Need.objects.say(by=request.user, **form.said)
        toast(request, _("It stands on the board. You hear of it when somebody can help."))
        return HttpResponseRedirect(need.get_absolute_url())
    return render(request, "help/needs/new.html", {"form": form}, status=422 if form.errors else 200)


@answers("GET", "POST")
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """The words and topics of one's own need; POST keeps them."""
    found = need_here(request, number)
    allow(rules.may_change(request.user, found))
    said = {"title": found.title, "text": found.text, "topics": [topic.name for topic in found.topics.all()]}
    form = NeedWordsForm(request.POST if request.method == "POST" else None, initial=said)
    if request.method == "POST" and form.is_valid():
        found.change(by=request.user, **form.cleaned_data)
        toast(request, _("Changed."))
        return HttpResponseRedirect(found.get_absolute_url())
    return render(request, "help/needs/edit.html", {"need": found, "form": form}, status=422 if form.errors else 200)


@answers("GET")
def need(request: HttpRequest, number: int) -> HttpResponse:
    """One need: who wants it too, who can help, and the form to volunteer."""
    found = need_here(request, number)
    form = OfferForm()
    return show(request, found, form)


def show(request: HttpRequest, found: Need, form: OfferForm, *, status: int = 200) -> HttpResponse:
    """The page of a need."""
    others = Person.objects.here().filter(pk__in=found.joins.values("person")).order_by("name_key", "pk")
    offers = found.offers.filter(person__is_active=True).select_related("person").order_by("at", "pk")
    may = {
        "join": rules.may_join(request.user, found),
        "offer": rules.may_offer(request.user, found),
        "change": rules.may_change(request.user, found),
        "end": rules.may_end(request.user, found, found.membership_of(request.user)),
    }
    shown = {
        "around": Around(found, request.user),
        "need": found,
        "others": list(others[: FACES + 1]),
        "offers": offers,
        "may": may,
        "form": form,
        "faces": FACES,
    }
    parts = slots_of("need", request, need=found)
    return render(request, "help/needs/need.html", {**shown, "board": url("help:needs"), "parts": parts}, status=status)


def need_here(request: HttpRequest, number: int) -> Need:
    """The need with that number, if the person may see it; 404 otherwise."""
    rows = Need.objects.visible_to(request.user).for_rows(request.user)
    return get_object_or_404(rows, pk=min(number, BIGGEST))
