from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from junto.interop.calendars.entries import entries_of
from junto.interop.calendars.writing import CALENDAR, write
from junto.interop.models import PersonalAddress
from junto.interop.personal.answering import Answer, read_by_programs
from junto.interop.personal.house import house_address
from junto.kit.http import answers


@read_by_programs("calendar")
def calendar(request: HttpRequest, address: PersonalAddress) -> Answer | None:
    """Everything that has a date for the person, for their calendar."""
    entries = entries_of(address.person)
    changed = max([address.made_at, *(entry.thing.changed or entry.thing.made for entry in entries)])
    return Answer(write(entries, house_address(request), "Junto"), CALENDAR, changed)


@answers("GET")
def dates(request: HttpRequest) -> HttpResponse:
    """The same to read, each with a file to put it into a calendar."""
    return render(request, "interop/dates.html", {"entries": entries_of(request.user)})


@answers("GET")
def entry(request: HttpRequest, thing: str) -> HttpResponse:
    """One entry as a file."""
    found = next((entry for entry in entries_of(request.user) if entry.name == thing), None)
    if found is None:
        raise Http404
    response = HttpResponse(write([found], house_address(request)), content_type=CALENDAR)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}.ics"'
    return response
