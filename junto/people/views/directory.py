"""Everybody who is here, by name; for owners also whoever is not."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from junto.kit.http import answers, owners_only
from junto.kit.paging import page
from junto.kit.slots import slots_of
from junto.people.models import Look, LookKind, Person
from junto.topics.models import Topic

ORDER = ("name_key", "id")
STANDINGS: dict[str, tuple[Any, dict[str, Any]]] = {
    "": (_("Everybody"), {}),
    "here": (_("With an account"), {"is_active": True, "email__isnull": False}),
    "unclaimed": (_("Without an account"), {"is_active": True, "email__isnull": True}),
    "ended": (_("Account ended"), {"is_active": False}),
    "owners": (_("Owners"), {"is_active": True, "is_owner": True}),
    "auditors": (_("Auditors"), {"is_active": True, "is_auditor": True}),
}


@answers("GET")
def directory(request: HttpRequest) -> HttpResponse:
    """People by name, found by words and by what they can be asked about."""
    words, slug = _asked(request, "words"), _asked(request, "topic")
    topic = Topic.objects.visible_to(request.user).filter(slug=slug).first() if slug else None
    people = Person.objects.here().with_words(words)
    if slug:
        people = people.filter(expertise__topic=topic) if topic else people.none()
    here = _address("people:directory", words=words, topic=slug)
    return _list(request, "people/directory.html", people, words=words, topic=topic, here=here)


@answers("GET")
@owners_only
def everybody(request: HttpRequest) -> HttpResponse:
    """All people with how their account stands, for owners."""
    Look.objects.note(LookKind.ACCOUNTS, by=request.user)
    words, standing = _asked(request, "words"), _asked(request, "standing")
    conditions = STANDINGS.get(standing, STANDINGS[""])[1]
    people = Person.objects.filter(**conditions).with_words(words)
    choices = [(label, _address("people:everybody", words=words, standing=name), None) for name, (label, _conditions) in STANDINGS.items()]
    here = _address("people:everybody", words=words, standing=standing)
    said = {"words": words, "standing": standing, "choices": choices, "here": here, "doors": slots_of("accounts", request)}
    return _list(request, "people/everybody.html", people, **said)


def _list(request: HttpRequest, template: str, people: "QuerySet[Person]", **context: Any) -> HttpResponse:
    shown = page(people.prefetch_related("ask_me_about"), order=ORDER, after=request.GET.get("after"), size=40)
    return render(request, template, {"page": shown, **context})


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:200]


def _address(name: str, **asked: str) -> str:
    given = {key: value for key, value in asked.items() if value}
    return reverse(name) + (f"?{urlencode(given)}" if given else "")
