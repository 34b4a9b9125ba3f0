"""Where this house stands, for what is read elsewhere."""

from django.conf import settings
from django.http import HttpRequest


def house_address(request: HttpRequest) -> str:
    """Its address without a slash at the end: as the operator set it, otherwise as it was asked for."""
    return settings.JUNTO_URL.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
