"""The data folder, the secret key, the Python this runs on."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from junto.operating.checks import disk
from junto.operating.finding import Finding, bad, look, well

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def examine() -> Iterator[Finding]:
    """What must be right before anything else."""
    yield well("python", "Python", f"{sys.version.split()[0]}, with the packages that were tested.")
    yield _folder(Path(settings.DATA))
    yield _key(Path(settings.DATA) / "secret_key")
    yield disk.finding()


def _folder(folder: Path) -> Finding:
    found = folder.stat()
    if found.st_uid != os.geteuid():
        do = f"Run Junto and its commands under one account, or give the folder to this one: chown -R $(id -un) {folder}"
        return bad("data", "Data folder", f"{folder} belongs to another account than the one this runs under.", do)
    if found.st_mode & OTHERS:
        says = f"{folder} can be opened by other accounts of this machine."
        return look("data", "Data folder", says, f"It holds everything people wrote: chmod 700 {folder}")
    return well("data", "Data folder", f"{folder}, for this account alone.")


def _key(path: Path) -> Finding:
    title = "Secret key"
    if os.environ.get("JUNTO_SECRET_KEY") or os.environ.get("JUNTO_SECRET_KEY_FILE"):
        return well("key", title, "Given by JUNTO_SECRET_KEY.")
    if path.stat().st_mode & OTHERS:
        return bad("key", title, f"{path} can be read by other accounts: who has it can sign in as anybody.", f"chmod 600 {path}")
    return well("key", title, "In the data folder, for this account alone. No backup holds it: keep a copy where only you can read it.")
