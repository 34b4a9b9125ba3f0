"""Where our mail comes from."""

from email.utils import parseaddr

from django.conf import settings


def domain() -> str:
    """The domain of its sender, as mail writes it."""
    name = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return name if name.isascii() else name.encode("idna").decode()
