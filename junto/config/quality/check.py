"""`start.py check`: everything that can be said about the code without running it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from junto.config.quality import answers, sizes

HOUSE = Path(__file__).resolve().parent.parent.parent.parent
PROGRAMS = Path(sys.executable).parent
JUNTO = [sys.executable, "-m", "junto"]
STEPS: dict[str, list[str | Path]] = {
    "lint": [PROGRAMS / "ruff", "check", "."],
    "format": [PROGRAMS / "ruff", "format", "--check", "."],
    "types": [PROGRAMS / "mypy", "junto", "benchmarks"],
    "layers": [PROGRAMS / "lint-imports"],
    "templates": [PROGRAMS / "djlint", "junto", "--lint", "--quiet"],
    "sizes": [sys.executable, "-m", sizes.__name__],
    "security": [sys.executable, "-m", answers.__name__],
    "migrations": [*JUNTO, "makemigrations", "--check", "--dry-run"],
    "system": [*JUNTO, "check", "--deploy", "--fail-level", "WARNING"],
}


def main() -> None:
    """Runs every step, or those named; ends with 0 only when all are content."""
    wanted = [word for word in sys.argv[1:] if word in STEPS] or list(STEPS)
    with tempfile.TemporaryDirectory(prefix="junto-check-") as folder:
        surroundings = {**os.environ, "JUNTO_DATA": folder, "DATABASE_URL": "", "JUNTO_URL": "https://junto.example.org"}
        bad = [name for name in wanted if not content(name, surroundings)]
    print(f"\nNot content: {', '.join(bad)}" if bad else "\nAll content.", flush=True)
    sys.exit(1 if bad else 0)


def content(name: str, surroundings: dict[str, str]) -> bool:
    """One step; what it says is shown when it is not content."""
    done = subprocess.run(STEPS[name], cwd=HOUSE, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(f"{'ok ' if done.returncode == 0 else 'BAD'}  {name}", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main()
