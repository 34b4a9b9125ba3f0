"""From what translators write (.po) to what Python reads (.mo)."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings


def compile_catalogues() -> None:
    """Compiles every catalogue that is newer than what was made of it."""
    for folder in settings.LOCALE_PATHS:
        for source in Path(folder).glob("*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    """Put in place whole: another process may be reading."""
    half = target.with_suffix(f".{os.getpid()}")
    with source.open("rb") as po, half.open("wb") as mo:
        write_mo(mo, read_po(po, locale=source.parent.parent.name))
    half.replace(target)
