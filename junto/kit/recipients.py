"""Where kit keeps things outside this machine."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy.recipient import Recipient

HERE = ("", "localhost", "127.0.0.1", "::1")


class DatabaseServer(Recipient):
    name = "database"
    who = _("Whoever runs the database server")
    what = _("everything but files")
    why = _("so that it is kept")

    def places(self) -> Sequence[str]:
        host = str(settings.DATABASES["default"].get("HOST") or "")
        return () if host in HERE or host.startswith("/") else (host,)


class Bucket(Recipient):
    name = "bucket"
    who = _("Whoever runs the store of files")
    what = _("pictures and other files people gave")
    why = _("so that they are kept")

    def places(self) -> Sequence[str]:
        return (urlsplit(settings.STORAGE["endpoint"]).hostname or "",) if settings.STORAGE else ()
