"""`start.py test`: the whole suite on SQLite, then on PostgreSQL all in which the database has a part, and how it went."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from junto.config.quality.machine import bring
from junto.config.quality.postgresql import throw_away_cluster
from junto.config.quality.report import Tally, read

HOUSE = Path(__file__).resolve().parent.parent.parent.parent
DATABASES = ["sqlite", "postgresql"]
WORKERS = ["-n", "2", "--dist", "worksteal"]
AGAIN = "--at-the-database"
"""What is the same on both runs once: tests/once.py."""
# What an operator has set for the real house must not reach a test: it would work on real data.
OURS = ("JUNTO_", "DATABASE_", "REDIS_", "STORAGE_", "SMTP_", "MAIL_", "PYTEST_", "DJANGO_")


def main() -> None:
    """Runs everything asked for; ends with 0 only when every test passed."""
    options, words = arguments(sys.argv[1:])
    databases = [options.database] if options.database else DATABASES
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bring(databases)
    first, *others = databases
    with compiled_aside():
        tally = sum((run(other, [AGAIN, *words], options.data) for other in others), start=run(first, words, options.data))
    print("\n".join(tally.lines()), flush=True)
    sys.exit(1 if tally.failed or not tally.passed else 0)


def arguments(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our own options, and what is left for pytest."""
    parser = argparse.ArgumentParser("start.py test", description="Run every test on both databases. Other words go to pytest.")
    parser.add_argument("--database", choices=DATABASES, help="on this one only")
    parser.add_argument("--data", help="where the tests may keep what they make (a folder aside)")
    return parser.parse_known_args(words)


def run(database: str, words: list[str], data: str | None) -> Tally:
    """The suite once."""
    print(f"\nTests on {database}", flush=True)
    with tempfile.TemporaryDirectory(prefix="junto-test-") as folder, url_of(database) as url:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", *WORKERS, f"--junitxml={report}", "--create-db", *words]
        done = subprocess.run(command, cwd=HOUSE, env=surroundings(Path(data or folder) / f"tests-{database}", url))
        return read(report, done.returncode, database)


@contextlib.contextmanager
def url_of(database: str) -> Iterator[str]:
    """What DATABASE_URL must be; for PostgreSQL with a server to go with it."""
    if database == "sqlite":
        yield ""
        return
    with throw_away_cluster() as url:
        yield url


def surroundings(data: Path, url: str) -> dict[str, str]:
    """The environment of a run: nothing of the real house in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**kept, "JUNTO_DATA": str(data), "DATABASE_URL": url}


@contextlib.contextmanager
def compiled_aside() -> Iterator[None]:
    """Where Python may not keep compiled files beside the code, it may aside: tests start Junto often, each time a second quicker."""
    with tempfile.TemporaryDirectory(prefix="junto-compiled-") as folder:
        if sys.dont_write_bytecode:
            os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        yield


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
    sys.exit(130)
