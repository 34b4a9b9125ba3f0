"""Django's sessions in the database, asked for in the cheapest way: every request of everybody begins here."""

from types import SimpleNamespace
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session

from junto.kit.clock import now
from junto.kit.compiled import compiled


@compiled
def _sessions(key: str) -> Any:
    return Session.objects.filter(session_key=key).values_list("session_data", "expire_date")


class SessionStore(DatabaseStore):
    """`settings.SESSION_ENGINE`."""

    def _get_session_from_db(self) -> Any:
        """What is kept under the key a browser sent; a key it made up may hold anything, and finds nothing."""
        key = self.session_key or ""
        for data, until in _sessions(key=key) if key.isalnum() else ():
            if until > now():
                return SimpleNamespace(session_data=data)
        self._session_key = None
        return None
