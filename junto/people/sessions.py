"""Where somebody is signed in."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from junto.kit.clock import now
from junto.kit.work.listener import listener


@transaction.atomic
def end_sessions(person: int, *, but: str = "") -> int:
    """Signs the person out everywhere (but for the session with that key); says how many sessions ended."""
    return _end(UserSession.objects.filter(user=person).exclude(session_key=but))


@transaction.atomic
def end_session(person: int, number: int) -> int:
    """Signs the person out in one place; says whether there was such a place (1 or 0)."""
    return _end(UserSession.objects.filter(user=person, pk=number))


def forget_session(key: str) -> None:
    """Takes a session that has ended off the list."""
    UserSession.objects.filter(session_key=key).delete()


def sessions_of(person: int) -> list[UserSession]:
    """Where the person is signed in now, the newest first."""
    living = Session.objects.filter(expire_date__gt=now()).values("session_key")
    return list(UserSession.objects.filter(user=person, session_key__in=living).order_by("-created_at", "-id"))


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
