"""Whether other tools can be told anything at all."""

from django.conf import settings


def can_tell() -> bool:
    """The operator did not say no, and links that are sent lead somewhere."""
    return bool(settings.WEBHOOKS and settings.JUNTO_URL)
