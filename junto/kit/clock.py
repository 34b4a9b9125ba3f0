"""What time it is. Everybody asks here, so that a test can stop the clock."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now()
