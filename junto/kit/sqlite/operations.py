"""How values of SQLite become values of Python."""

from datetime import UTC, datetime
from typing import Any

from django.db.backends.sqlite3.operations import DatabaseOperations as DjangosOperations


class DatabaseOperations(DjangosOperations):
    """Moments stand as text in UTC; a thread page reads seventy of them."""

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> datetime | None:
        """The moment; Django asks settings and connection about each."""
        if value is None:
            return None
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
