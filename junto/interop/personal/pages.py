"""Which feed a page is, for `<link rel="alternate">`."""

from collections.abc import Callable

from django.http import HttpRequest

from junto.interop.models import PersonalAddress
from junto.interop.models.personal_address import PersonalAddressRows
from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.search.query import read

SUBJECTS: dict[str, Callable[[HttpRequest, dict[str, str]], str]] = {
    "spaces:space": lambda request, place: f"space:{place['slug']}",
    "topics:topic": lambda request, place: f"topic:{place['slug']}",
    "posts:thread": lambda request, place: f"thread:{place['thread_id']}",
    "search:results": lambda request, place: f"search:{read(request.GET.get('words', '')).text}",
    "notify:inbox": lambda request, place: "inbox",
    "spaces:browse": lambda request, place: "everything",
}
"""For each page that has a feed, what an address would be for."""


def feed_of_page(request: HttpRequest, person: Person) -> str:
    """The path of this person's feed of the page that is asked for; empty when they made none. One query on pages that have a feed."""
    match = request.resolver_match
    subject = SUBJECTS.get(match.view_name) if match else None
    if match is None or subject is None:
        return ""
    found = _feeds(person=person.pk, subject=subject(request, match.kwargs))
    return found[0].get_absolute_url() if found else ""


@compiled
def _feeds(person: int, subject: str) -> PersonalAddressRows:
    return PersonalAddress.objects.filter(person=person, kind=PersonalAddress.Kind.FEED, subject=subject)
