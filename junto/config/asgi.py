"""The whole house as one ASGI application: pages, the stream, static files."""

from pathlib import Path

from django.conf import settings

from junto.config.serving.bridge import Bridge
from junto.config.serving.front import Front
from junto.config.serving.statics import Statics, collected
from junto.config.wsgi import application as pages
from junto.kit.stream.app import stream

BESIDE_A_FILE = 1_000_000
"""What a form may have besides its file; a file that is a little too large should be told so by the form."""


def application() -> Front:
    """A new front with its own threads; uvicorn and tests make one each."""
    bridge = Bridge(pages, threads=settings.JUNTO_THREADS)
    statics = Statics(lambda: collected(Path(settings.STATIC_ROOT)), settings.STATIC_URL)
    file_bytes = settings.PICTURE_MB * 1_000_000 + BESIDE_A_FILE
    return Front(bridge, statics, stream, https=settings.HTTPS, file_bytes=file_bytes)
