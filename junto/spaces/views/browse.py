from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.kit.paging import page
from junto.people.models import Person
from junto.spaces.forms.finding import Finding
from junto.spaces.hosting import unhosted_for
from junto.spaces.models import Invitation, Space

YOURS = 8
NOTHING_ABOVE: dict[str, Any] = {"yours": [], "more_yours": False, "invitations": [], "unhosted": False}


@answers("GET")
def browse(request: HttpRequest) -> HttpResponse:
    """The person's own spaces and what they are invited to, then every space they may see, one page at a time."""
    finding = Finding(request.GET)
    found = page(finding.found_by(request.user).for_rows(), order=finding.order_of_rows, after=request.GET.get("after"))
    listed = {"finding": finding, "found": found, "to": f"{request.path}?{urlencode(finding.asked)}"}
    above = before_the_list(request.user) if found.is_first and not finding.is_narrowed else NOTHING_ABOVE
    return render(request, "spaces/browse.html", listed | above | parts(request.user, found.rows))


def before_the_list(person: Person) -> dict[str, Any]:
    """What stands above the list of all spaces: invitations, and the spaces of one's own that were alive last."""
    yours = list(Space.objects.of(person).for_rows().order_by("-last_activity_at", "-id")[: YOURS + 1])
    invitations = list(Invitation.objects.waiting_for(person)[:YOURS])
    unhosted = person.is_owner and unhosted_for(person).exists()
    return {"yours": yours[:YOURS], "more_yours": len(yours) > YOURS, "invitations": invitations, "unhosted": unhosted}


def parts(person: Person, spaces: Sequence[Space]) -> dict[str, Any]:
    """Of these spaces, those the person belongs to, asked to be let into, or is invited to."""
    return {
        "invited": set(Invitation.objects.waiting_for(person).filter(space__in=spaces).values_list("space_id", flat=True)),
        "belongs": set(person.memberships.filter(space__in=spaces).values_list("space_id", flat=True)),
        "asked": set(person.join_requests.filter(space__in=spaces).values_list("space_id", flat=True)),
    }
