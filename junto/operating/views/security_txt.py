"""Whom to tell of a hole, where everybody looks for it (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from junto.kit.clock import now

HOLDS_FOR = timedelta(days=180)
"""The file must say until when it is to be believed; it is made anew with each request."""


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """The operator's address and where the file stands; 404 while no address is set."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [f"Contact: {settings.SECURITY_CONTACT}", f"Expires: {now() + HOLDS_FOR:%Y-%m-%dT00:00:00Z}"]
    if settings.JUNTO_URL:
        lines.append(f"Canonical: {settings.JUNTO_URL}{reverse('operating:security_txt')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
