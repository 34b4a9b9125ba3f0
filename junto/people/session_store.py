"""Django's sessions in the database, asked for in the cheapest way: every request of everybody begins here."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session

from junto.kit.clock import now
from junto.kit.compiled import compiled

BEGAN = "began_at"
"""When somebody signed in with this session."""


@compiled
def _sessions(key: str) -> Any:
    return Session.objects.filter(session_key=key).values_list("session_data", "expire_date")


class SessionStore(DatabaseStore):
    """`settings.SESSION_ENGINE`. A session ends when nobody has come for a while, and in any case some time after it began."""

    def get_expiry_age(self, **at: Any) -> int:
        """Seconds until it ends: each visit puts that off, up to the end that nothing puts off."""
        usual = super().get_expiry_age(**at)
        began = self.get(BEGAN)
        return usual if began is None else max(0, min(usual, int(began + settings.SESSION_DAYS * 86_400 - now().timestamp())))

    def get_expiry_date(self, **at: Any) -> datetime:
        """The same as a moment."""
        return now() + timedelta(seconds=self.get_expiry_age(**at))

    def _get_session_from_db(self) -> Any:
        """What is kept under the key a browser sent; a key it made up may hold anything, and finds nothing."""
        key = self.session_key or ""
        for data, until in _sessions(key=key) if key.isalnum() else ():
            if until > now():
                return SimpleNamespace(session_data=data)
        self._session_key = None
        return None
