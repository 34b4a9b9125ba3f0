"""What tests need of the machine besides Python: a browser, Redis, nginx, Dovecot and the programs of PostgreSQL."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""The same Chromium without windows, workers and extensions: a page costs it less than half. Debian has it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONTS = "fonts-dejavu-core"
POSTGRESQL = ("postgresql",)
SERVERS = {"redis-server": ("valkey-server", "redis-server"), "nginx-light": ("nginx",), "dovecot-imapd": ("dovecot",)}
"""Debian packages, and the programs of which each brings one."""


def bring(databases: list[str]) -> None:
    """Makes sure that everything is there: as root by installing it, otherwise by saying what to install. Nothing is left out quietly."""
    packages = [*missing(databases), *better()]
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        install(packages)
    packages = missing(databases)
    if packages:
        sys.exit(f"The tests need more than is installed here. Please install it first: sudo apt-get install {' '.join(packages)}")


def missing(databases: list[str]) -> list[str]:
    """Debian packages that are needed and not there."""
    browser = () if found(*BROWSERS) else ("chromium", FONTS)
    server = () if "postgresql" not in databases or postgresql_programs() else POSTGRESQL
    return [*browser, *server, *(package for package, programs in SERVERS.items() if not found(*programs))]


def better() -> list[str]:
    """A package that could be done without, and saves minutes."""
    return [] if found(SHELL) or not is_offered(SHELL) else [SHELL]


def is_offered(package: str) -> bool:
    """Whether apt knows where to get it."""
    apt = found("apt-cache")
    return bool(apt) and not subprocess.run([apt, "show", package], capture_output=True).returncode


def found(*programs: str) -> str:
    """The path of the first of these programs that is there; Debian keeps servers where only root looks."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
    return next(filter(None, (shutil.which(program, path=places) for program in programs)), "")


def install(packages: list[str]) -> None:
    """Installs Debian packages, showing what goes wrong."""
    print(f"Installing {', '.join(packages)} …", flush=True)
    # Programs are wanted, not services: RUNLEVEL keeps Debian from starting what it installs.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *words], env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            print(done.stdout, file=sys.stderr)


def postgresql_programs() -> Path | None:
    """The folder with the newest `initdb` and `pg_ctl`; Debian does not put them in the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    found = shutil.which("initdb")
    folders = folders or ([Path(found).resolve().parent] if found else [])
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)
