"""Where somebody is signed in."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction


@transaction.atomic
def end_sessions(person: int, *, but: str = "") -> int:
    """Signs the person out everywhere (but for the session with that key); says how many sessions ended."""
    sessions = UserSession.objects.filter(user=person).exclude(session_key=but)
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.delete()
    return len(keys)
