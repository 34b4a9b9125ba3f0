"""How files for browsers are delivered: hashed names everywhere, and the one stylesheet as one file.

`junto.css` names its parts with `@import`, which any browser understands but fetches one after the other. When files
are collected, the parts are put in its place.
"""

import re
from collections.abc import Iterator
from posixpath import normpath
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile

BUNDLE = "design/junto.css"
PART = re.compile(r'@import url\("([\w./-]+)"\);\n?')

MODULE = r"""["'](?P<url>\.{1,2}/[\w./-]+\.js)["']"""
IMPORTS = (
    (rf"(?P<matched>from\s*{MODULE})", 'from "%(url)s"'),
    (rf"(?P<matched>import\s*{MODULE})", 'import "%(url)s"'),
    (rf"(?P<matched>import\({MODULE}\))", 'import("%(url)s")'),
)


class StaticFiles(ManifestStaticFilesStorage):
    """Collects static files for delivery. Our modules find one another by hashed names too.

    Django can do that for every script, but then stumbles over one that htmx brings along, so only the rooms' own are read.
    """

    patterns = (*ManifestStaticFilesStorage.patterns, *((f"{room}/*.js", IMPORTS) for room in settings.ROOMS))

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Joins the stylesheet, then hashes as Django does."""
        if BUNDLE in paths and not dry_run:
            self._join(paths)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, paths: dict[str, Any]) -> None:
        whole = PART.sub(lambda found: self._part(paths, found[1]), self._read(paths, BUNDLE))
        self.delete(BUNDLE)
        self.save(BUNDLE, ContentFile(whole.encode()))
        paths[BUNDLE] = (self, BUNDLE)

    def _part(self, paths: dict[str, Any], name: str) -> str:
        return self._read(paths, normpath(f"{BUNDLE.rpartition('/')[0]}/{name}"))

    @staticmethod
    def _read(paths: dict[str, Any], name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()
