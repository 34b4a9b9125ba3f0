from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.compiled import compiled
from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.spaces import rules
from junto.spaces.models import Invitation, Membership
from junto.spaces.models.membership import MembershipRows
from junto.spaces.views.here import Here, here
from junto.topics.models import Topic
from junto.topics.models.topic import TopicRows

FACES = 12


@answers("GET")
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """The front page of a space: what it is for, who hosts it, how to join in, and what is alive there."""
    found = here(request, slug)
    reads = rules.may_read(found.space, found.part)
    parts = slots_of("space", request, space=found.space, membership=found.part) if reads else []
    if found.part:
        found.part.look()
    acts = slots_of("space.head", request, space=found.space, membership=found.part)
    return render(request, "spaces/space.html", {**head(found), "reads": reads, "parts": parts, "acts": acts})


def head(found: Here) -> dict[str, Any]:
    """What the head of every page of a space shows, and what this person may do there."""
    hosts = [part.person for part in _hosts(space=found.space.pk)]
    topics = _topics(space=found.space.pk)
    may = {
        "lead": rules.may_lead(found.part),
        "invite": rules.may_invite(found.space, found.part),
        "see_people": rules.may_see_people(found.space, found.part),
        "join": rules.may_join(found.space, found.part),
        "request": rules.may_request(found.space, found.part),
        "take_the_lead": rules.may_take_the_lead(found.part, hosted=bool(hosts)),
    }
    return {
        "space": found.space,
        "part": found.part,
        "hosts": hosts,
        "topics": topics,
        "may": may,
        **(waiting(found) if found.part else knocking(found)),
    }


def waiting(found: Here) -> dict[str, Any]:
    """For hosts: how many people wait to be let in."""
    count = found.space.join_requests.for_rows().count() if rules.may_lead(found.part) else 0
    return {"waiting": count, "asked": None, "invitation": None}


def knocking(found: Here) -> dict[str, Any]:
    """For others: what they asked, and who invited them."""
    return {
        "waiting": 0,
        "asked": found.person.join_requests.filter(space=found.space).first(),
        "invitation": Invitation.objects.waiting_for(found.person).filter(space=found.space).first(),
    }


@compiled
def _hosts(space: int) -> MembershipRows:
    return Membership.objects.filter(space=space).here().hosts().for_rows()[:FACES]


@compiled
def _topics(space: int) -> TopicRows:
    return Topic.objects.filter(spaces=space).order_by("slug")
