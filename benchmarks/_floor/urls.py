"""Answers with bytes that a page of Junto answered with before, once it knows who asks."""

import os
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path


@cache
def _bytes(name: str) -> bytes:
    return (Path(os.environ["JUNTO_BENCH_BYTES"]) / name).read_bytes()


def same(request: HttpRequest, name: str) -> HttpResponse:
    """The bytes, for whoever is signed in."""
    return HttpResponse(_bytes(name) if request.user.is_active else b"", content_type="text/html; charset=utf-8")


urlpatterns = [path("<slug:name>/", same)]
