"""Where somebody is signed in."""

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from junto.kit.clock import now
from junto.kit.troubles import if_possible
from junto.kit.work.listener import listener
from junto.people.session_store import BEGAN

if TYPE_CHECKING:
    from junto.people.models import Person

SEEN = "seen_at"
EVERY = timedelta(minutes=15)


@transaction.atomic
def end_sessions(person: int, *, but: str = "") -> int:
    """Signs the person out everywhere (but for the session with that key); says how many sessions ended."""
    return _end(UserSession.objects.filter(user=person).exclude(session_key=but))


@transaction.atomic
def end_session(person: int, number: int) -> int:
    """Signs the person out in one place; says whether there was such a place (1 or 0)."""
    return _end(UserSession.objects.filter(user=person, pk=number))


@transaction.atomic
def end_sessions_of(people: "QuerySet[Person]") -> int:
    """Signs all of them out everywhere; says how many sessions ended."""
    return _end(UserSession.objects.filter(user__in=people))


@contextlib.contextmanager
def under_its_key(session: Any) -> Iterator[None]:
    """What was signed with a former secret key is signed anew where it is: under another key of its own it would be lost to other tabs."""
    session.cycle_key = lambda: None
    try:
        yield
    finally:
        del session.cycle_key


def begin_to_see(request: HttpRequest) -> None:
    """From this sign-in on it is remembered when the browser was last here, and when it began."""
    request.session[SEEN] = request.session[BEGAN] = now().timestamp()


def see(request: HttpRequest) -> None:
    """Remembers that the browser is here: at most every quarter of an hour, so that reading a page writes nothing."""
    seen = request.session.get(SEEN)
    if seen and now().timestamp() - seen > EVERY.total_seconds():
        with if_possible():
            return _see(request)
        request.session.modified = False  # nothing can be written just now: nobody may try once more on the way out


@transaction.atomic
def _see(request: HttpRequest) -> None:
    request.session[SEEN] = now().timestamp()
    request.session.save()
    rows = UserSession.objects.filter(session_key=request.session.session_key)
    rows.update(last_seen_at=now(), ip=request.META.get("REMOTE_ADDR") or "0.0.0.0")


def forget_session(key: str) -> None:
    """Takes a session that has ended off the list."""
    UserSession.objects.filter(session_key=key).delete()


def sessions_of(person: int) -> list[UserSession]:
    """Where the person is signed in now, the last one seen first."""
    living = Session.objects.filter(expire_date__gt=now()).values("session_key")
    return list(UserSession.objects.filter(user=person, session_key__in=living).order_by("-last_seen_at", "-id"))


def _end(sessions: "QuerySet[UserSession]") -> int:
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.delete()
    return len(keys)


@listener
def forget_ended_sessions() -> None:
    """Deletes sessions whose time is over, and what was listed of them."""
    Session.objects.filter(expire_date__lte=now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
