"""The script that stands in a browser between pages and the network: what it is told, and which files it brings along."""

import hashlib
import json
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from junto.design.links import static, url

PARTS = ("design/outbox.js", "push/copies.js", "push/files.js", "push/calls.js", "push/worker.js")
DRAWN = (".js", ".css", ".svg")
OF_OTHERS = ("django_htmx/htmx-2.min.js",)


@cache
def script() -> str:
    """The whole script. Any change of it, or of a file it keeps, changes its text, so that browsers fetch it anew."""
    files = kept_files()
    told = {
        "version": hashlib.sha256(" ".join(files).encode()).hexdigest()[:12],
        "files": files,
        "statics": settings.STATIC_URL,
        "offline": url("push:offline"),
        "outbox": url("push:outbox"),
        "devices": url("push:devices"),
        "waiting": url("push:waiting"),
        "share": url("push:share"),
        "ask": url("posts:ask"),
        "icon": static("design/lamp-192.png"),
        "badge": static("design/lamp-badge.png"),
    }
    return f"self.JUNTO = {_literal(told)};\nimportScripts({', '.join(_literal(static(part)) for part in PARTS)});\n"


def leaving() -> str:
    """The script for a house that wants no worker any more: it takes itself away, with all it kept."""
    return f"importScripts({_literal(static('push/leaving.js'))});\n"


def kept_files() -> list[str]:
    """What pages are made of, by address: with it every page that was read can be drawn without a network."""
    names = (name for finder in get_finders() for name, _ in finder.list([]))
    own = [name for name in names if name.partition("/")[0] in settings.ROOMS and name.endswith(DRAWN)]
    return sorted(static(name) for name in {*own, *OF_OTHERS})


def _literal(told: Any) -> str:
    return json.dumps(told, sort_keys=True)
