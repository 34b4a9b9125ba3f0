"""Why somebody was led to a provider: kept in their session under the state they come back with, used once."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest

from junto.people.providers import Claims, moment

ERRANDS, TO_LINK = "errands", "to_link"
MOST, LASTS = 5, 1800


@dataclass(frozen=True)
class Errand:
    """What they come back for: to sign in, to link, or to prove that it is them; where it goes on, and what they had written."""

    intent: str
    provider: str
    onward: str
    person: int | None = None
    since: float = field(default_factory=moment)
    kept: list[list[str]] | None = None
    """The form that waits, when one does."""


def remember(request: HttpRequest, state: str, errand: Errand) -> None:
    """Keeps it; of many begun the oldest go."""
    errands = request.session.get(ERRANDS, {})
    request.session[ERRANDS] = dict(list({**errands, state: asdict(errand)}.items())[-MOST:])


def take(request: HttpRequest, provider: str) -> Errand | None:
    """The errand somebody comes back from, once, and only from the provider they were led to."""
    errands = request.session.get(ERRANDS, {})
    found = errands.pop(request.GET.get("state", ""), None)
    request.session[ERRANDS] = errands
    errand = Errand(**found) if found else None
    return errand if errand and errand.provider == provider and moment() - errand.since < LASTS else None


def wait_to_link(request: HttpRequest, claims: Claims) -> None:
    """Keeps who somebody is at a provider until they have shown that an account here is theirs."""
    kept: dict[str, Any] = {"claims": claims.kept(), "at": moment()}
    request.session[TO_LINK] = kept


def waiting_to_link(request: HttpRequest) -> Claims | None:
    """What waits to be linked, unless it waited too long."""
    kept = request.session.get(TO_LINK)
    return Claims(**kept["claims"]) if kept and moment() - kept["at"] < LASTS else None


def linked(request: HttpRequest) -> None:
    """Nothing waits any more."""
    request.session.pop(TO_LINK, None)
