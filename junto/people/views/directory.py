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
from junto.kit.text.fold import folded
from junto.people.letters_of_names import first_letters
from junto.people.models import Look, LookKind, Person
from junto.people.models.person import PersonRows
from junto.topics.models import Topic

ORDER = ("name_key", "id")
SIZE = 40
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
    standing = _asked(request, "standing") if not words and not slug else "all"
    people = _standing(Person.objects.here().with_words(words), standing)
    if slug:
        people = people.filter(expertise__topic=topic) if topic else people.none()
    begin = _asked(request, "from")[:1]
    here = {"words": words, "topic": slug, "standing": standing if standing == "unclaimed" else ""}
    said = {"words": words, "topic": topic, "here": _address("people:directory", **here, **{"from": begin})}
    jumps = [] if words or slug else _jumps(people, here)
    return _list(
        request, "people/directory.html", _from(people, begin), **said, jumps=jumps, kinds=_kinds(), at=_address("people:directory", **here)
    )


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


def _standing(people: PersonRows, standing: str) -> PersonRows:
    """Who can sign in, unless those are asked for whom an import brought along; who looks for words looks among all."""
    if standing == "all":
        return people
    return people.filter(email=None) if standing == "unclaimed" else people.with_account()


def _kinds() -> list[tuple[Any, str, None]]:
    """The two halves of the list, when an import brought people along."""
    if not Person.objects.here().filter(email=None).exists():
        return []
    brought = _address("people:directory", standing="unclaimed")
    return [(_("Here"), _address("people:directory"), None), (_("Brought along, not claimed yet"), brought, None)]


def _jumps(people: PersonRows, here: dict[str, str]) -> list[tuple[str, str]]:
    """Each letter with which names begin, and where they stand; nothing for a list of one page."""
    if len(people.order_by()[: SIZE + 1].values_list("pk")) <= SIZE:
        return []
    return [(letter.upper(), _address("people:directory", **here, **{"from": letter})) for letter in first_letters(people)]


def _from(people: PersonRows, begin: str) -> PersonRows:
    return people.filter(name_key__gte=folded(begin)) if folded(begin) else people


def _list(request: HttpRequest, template: str, people: "QuerySet[Person]", **context: Any) -> HttpResponse:
    shown = page(people.prefetch_related("ask_me_about"), order=ORDER, after=request.GET.get("after"), size=SIZE)
    return render(request, template, {"page": shown, **context})


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:200]


def _address(name: str, **asked: str) -> str:
    given = {key: value for key, value in asked.items() if value}
    return reverse(name) + (f"?{urlencode(given)}" if given else "")
