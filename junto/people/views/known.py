"""What Junto knows about a person, and all of it as a file."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from junto.kit.clock import now
from junto.kit.http import answers
from junto.kit.privacy import Kept, Known
from junto.kit.privacy.file import person_file
from junto.people.looks import page_of
from junto.people.models import Look
from junto.people.proof import proved

LATEST = 3
"""How many looks stand on the page itself."""


@answers("GET")
def known(request: HttpRequest) -> HttpResponse:
    """Each kind of data: what, why, who may read it, until when, how much of it there is."""
    every = list(_known(request.user.pk))
    nothing_of = [each for each in every if not each.count]
    looks = page_of(Look.objects.concerning(request.user), None, size=LATEST)
    return render(request, "people/known.html", {"found": _by_what(every), "nothing_of": nothing_of, "looks": looks})


@answers("GET")
@proved
def file(request: HttpRequest) -> StreamingHttpResponse:
    """The person's own data as a ZIP archive of JSON, and what they wrote for reading."""
    about = render_to_string("people/file/about.md", {"person": request.user, "found": _by_what(_known(request.user.pk))})
    response = StreamingHttpResponse(person_file(request.user.pk, about), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="junto-{now():%Y-%m-%d}.zip"'
    return response


def _by_what(every: Iterable[Known]) -> list[tuple[str, list[Known]]]:
    there = groupby((each for each in every if each.count), key=lambda each: str(each.what))
    return [(what, list(kinds)) for what, kinds in there]


def _known(person: int) -> Iterator[Known]:
    for kept in Kept.every():
        yield from kept.known(person)
