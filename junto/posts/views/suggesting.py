"""Help while writing: whom one may name, and how the text will look."""

import re
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from junto.kit.http import answers
from junto.kit.models import Tries, counted_key
from junto.kit.text import TooLong, mentioned, render
from junto.people.models import Person
from junto.posts.cards.face import site_of
from junto.posts.cards.linking import addresses_in, cards_are_on
from junto.posts.mentioning import mentionable
from junto.posts.views.fetching import space_here, thread_here

PREVIEWS = 60


@answers("GET")
def in_thread(request: HttpRequest, thread_id: int) -> HttpResponse:
    """Up to eight people who may read this thread and whose names fit `?words=`; who takes part in it comes first."""
    thread, _ = thread_here(request, thread_id)
    return _answer(mentionable(thread.space, request.GET.get("words", ""), by=request.user, thread=thread))


@answers("GET")
def in_space(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for a thread that is only being written."""
    space = space_here(request, slug)
    return _answer(mentionable(space, request.GET.get("words", ""), by=request.user))


@answers("POST")
def preview(request: HttpRequest) -> HttpResponse:
    """The text as it will look: safe HTML. Names are shown as links to whoever is here; who may be told is decided when it is sent."""
    source = request.POST.get("text", "")
    if _too_often(request.user):
        return HttpResponse(status=429)
    try:
        people = dict(Person.objects.here().filter(pk__in=mentioned(source)[:50]).values_list("pk", "name"))
        return HttpResponse(render(source, people=people).html + render_to_string("posts/preview.html", {"sites": _sites(source)}))
    except TooLong as trouble:
        return HttpResponse(str(trouble), status=413, content_type="text/plain; charset=utf-8")


def _sites(source: str) -> list[str]:
    """Where the links lead that will have a card. Nobody is asked before it is sent."""
    addresses = addresses_in(source)
    return [site_of(address) for address in addresses] if addresses and cards_are_on() else []


def _too_often(person: Person) -> bool:
    """Rendering the longest texts is work; PREVIEWS a minute are more than anybody looks at."""
    return Tries.objects.count_one(counted_key("previews", person.pk), PREVIEWS, timedelta(minutes=1)) is not None


def _answer(people: list[Person]) -> JsonResponse:
    return JsonResponse({"people": [_person(person) for person in people]})


def _person(person: Person) -> dict[str, object]:
    note = person.department or person.what_i_do
    name = re.sub(r"([\\\[\]])", r"\\\1", person.name)
    drawn = {"initials": person.initials, "tone": person.tone, "face": person.face}
    return {"name": person.name, "note": note, "insert": f"@[{name}](person:{person.pk})", **drawn}
