#!/usr/bin/env python3
"""The one door of Junto: sets everything up when needed, then runs the command. Needs Python 3.11 and nothing else.

  python3 start.py                        start Junto and print its address
  python3 start.py COMMAND [...]          run one command

Starting takes these options:
  --host HOST        who may reach it: 127.0.0.1 (this machine only, the default) or 0.0.0.0 (everybody)
  --port PORT        the port to listen on (8000)
  --demo             fill a new instance with a small sample company to look around in

Commands:
  serve              what happens without a command: web pages and background work in one process
                     (--workers N: so many processes serve pages; --without-worker: background work is done elsewhere)
  worker             background work only, as a process of its own
  mail               take mail from a mail server (MAIL_IN_LISTEN), as a process of its own
  install            put in place what a start would write here, for services that may not write beside the code
  person add EMAIL --name NAME [--owner] [--password-stdin]
                     give somebody an account
  person link EMAIL  a link that signs somebody in past every other door, for emergencies
  import stackexchange FOLDER --space NAME
                     bring in a community
  demo               add the sample company
  status [--json]    how many people, spaces, threads; work waiting; versions
  doctor [--json]    look at everything this Junto stands on, and say what to do (--deep: at every row and file)
  backup [FILE]      keep the database and all uploads in one file, while Junto runs
  restore FILE       bring them back into an empty instance (--replace: into one that holds something)
  move ADDRESS       carry everything into another database: SQLite to PostgreSQL or back
  rerender           draw all stored texts again, after the way texts are drawn has changed
  meaning            find out what all texts mean, after another model was chosen (--anew: of all of them again)
  texts              bring the catalogues of translators in step with what code and templates say (--missing names what they lack)
  bench NAME --json  measure how fast it is
  test               run every test, on both databases (--database sqlite or postgresql: on one)
  check              lint, types, layers, templates, migrations

Every command takes --data DIR, the folder in which everything is kept (data/ beside this file). Options may stand before the command.
`python3 start.py COMMAND --help` tells more about one command.
What can be set by environment variables (address, PostgreSQL, mail, first owner) stands in docs/operate/settings.md.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
UV_VERSION = "0.13.9"
UV = ENVIRONMENT / f"uv-{UV_VERSION}"
OLDEST, TOO_NEW = (3, 11), (3, 14)
HELP = ("-h", "--help", "help")
WITH_A_VALUE = ("--data", "--host", "--port", "--workers")
"""Options behind which a word stands that is no command."""
FOR_DEVELOPERS = {"test": "junto.config.quality.suite", "check": "junto.config.quality.check"}


def main(words: Sequence[str]) -> None:
    """Sets up what the command needs, then becomes it."""
    command, rest = chosen(words)
    if command in HELP or words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return
    refuse_wrong_python()
    with one_at_a_time():
        set_up("test" if command in FOR_DEVELOPERS else "serve")
    become(command, rest)


def chosen(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command, wherever it stands among its options, and these; only options means serve."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in WITH_A_VALUE else 1
    command = words[at] if at < len(words) else "serve"
    return command, [*words[:at], *words[at + 1 :]]


def refuse_wrong_python() -> None:
    """Junto's packages are locked for some versions of Python only."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        sys.exit(f"Junto needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. On Debian 12: python3 start.py")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts at once must not install over each other: the second waits."""
    handle = os.open(HERE, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def set_up(group: str) -> None:
    """Installs the locked packages, unless the stamp says that exactly these are installed."""
    stamp, now = ENVIRONMENT / f"junto-{group}.stamp", fingerprint()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == now:
        return
    make_environment()
    bring_uv()
    say("Installing the packages Junto stands on …")
    sync(group)
    stamp.write_text(now)


def fingerprint() -> str:
    """Changes whenever the installed packages would."""
    groups = [group.encode() for group in chosen_groups()]
    parts = [(HERE / "uv.lock").read_bytes(), *groups, sys.version.encode(), UV_VERSION.encode(), str(HERE).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    """A Python of its own in .venv, so that nothing on this machine is touched; one that no longer runs is made anew."""
    if runs():
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_venv()
    say("First start: making a place for Junto's packages (.venv) …")
    run(sys.executable, "-m", "venv", "--without-pip", "--clear", str(ENVIRONMENT))


def runs() -> bool:
    """Whether .venv holds a working Python of this very version."""
    asked = "import sys; print(sys.version_info[:2])"
    try:
        answer = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:2])


def install_venv() -> None:
    """Debian keeps a part of Python in a package of its own: installs it as root, asks for it otherwise."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if os.geteuid() != 0:
        sys.exit(f"Python's venv is missing. Please install it first, for example: sudo apt-get install {package}")
    say(f"Installing {package} …")
    try:
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    except FileNotFoundError:
        sys.exit("Python's venv is missing, and this is not Debian: please install Python's venv and ensurepip first.")


def bring_uv() -> None:
    """The installer, in a folder of its own: a sync removes from .venv what is not locked."""
    if (UV / "bin" / "uv").exists():
        return
    say("Fetching the installer …")
    run(PYTHON, "-m", "ensurepip")
    run(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--target", str(UV), f"uv=={UV_VERSION}")


def chosen_groups() -> list[str]:
    """Packages that only those get who want them: the model for several languages."""
    return ["--group", "languages"] if os.environ.get("JUNTO_MEANING", "").strip().lower() == "languages" else []


def sync(group: str) -> None:
    """What uv.lock names; packages for tests are left alone when somebody only serves."""
    extra = ["--group", "test"] if group == "test" else ["--no-default-groups", "--inexact"]
    extra += chosen_groups()
    here = {"UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT), "UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": ""}
    run(UV / "bin" / "uv", "sync", "--frozen", "--project", HERE, "--python", PYTHON, *extra, environment=here)


def run(*words: str | Path, environment: dict[str, str] | None = None) -> None:
    """Runs quietly; when it fails, shows everything it said and ends."""
    done = subprocess.run(words, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}\nThis did not work: {' '.join(map(str, words))}\nMend what it says above and start again.")


def say(text: str) -> None:
    """Tells what takes a while."""
    print(text, file=sys.stderr, flush=True)


def become(command: str, rest: list[str]) -> None:
    """Hands over to Junto itself, in the same process, so that ctrl-C and service managers reach it."""
    module, words = (FOR_DEVELOPERS[command], rest) if command in FOR_DEVELOPERS else ("junto", [command, *rest])
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    # The first word must be the whole path: by it Python finds the packages of .venv.
    os.execv(PYTHON, [str(PYTHON), "-P", "-m", module, *words])


if __name__ == "__main__":
    main(sys.argv[1:])
