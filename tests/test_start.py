"""The one door: what it understands, and that it is quick when nothing has to be installed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start

HERE = Path(start.__file__).parent


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose packages are installed already; its Python says what it is asked to run."""
    shutil.copy(HERE / "start.py", tmp_path)
    (tmp_path / "uv.lock").write_text("nothing")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$0|$*|$PYTHONPATH"\n')
    python.chmod(0o755)
    parts = [b"nothing", sys.version.encode(), start.UV_VERSION.encode(), str(tmp_path).encode()]
    for group in ("serve", "test"):
        (tmp_path / ".venv" / f"junto-{group}.stamp").write_text(hashlib.sha256(b"\0".join(parts)).hexdigest())
    return tmp_path


def ask(checkout, *words):
    """What Junto would be asked, said by the checkout's Python: its own path, the words, and where modules are found."""
    done = subprocess.run([sys.executable, checkout / "start.py", *words], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().split("|")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], "-P -m junto serve"),
        (["--port", "9000", "--demo"], "-P -m junto serve --port 9000 --demo"),
        (["--data", "elsewhere", "status", "--json"], "-P -m junto status --data elsewhere --json"),
        (["--json", "--data=elsewhere", "status"], "-P -m junto status --json --data=elsewhere"),
        (["--port", "9000", "serve", "--demo"], "-P -m junto serve --port 9000 --demo"),
        (["status", "--json", "--data", "elsewhere"], "-P -m junto status --json --data elsewhere"),
        (["import", "stackexchange", "folder", "--space", "Bicycles"], "-P -m junto import stackexchange folder --space Bicycles"),
        (["test", "-k", "pump"], "-P -m junto.config.quality.suite -k pump"),
        (["check"], "-P -m junto.config.quality.check"),
    ],
)
def test_every_command_is_handed_over(checkout, words, asked):
    assert ask(checkout, *words) == [str(checkout / ".venv" / "bin" / "python"), asked, str(checkout)]


@pytest.mark.parametrize("words", [["--help"], ["--data", "elsewhere", "help"]], ids=" ".join)
def test_help_needs_nothing_installed(tmp_path, words):
    shutil.copy(HERE / "start.py", tmp_path)
    done = subprocess.run([sys.executable, tmp_path / "start.py", *words], capture_output=True, text=True)
    assert "python3 start.py" in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_every_command_in_the_help_exists():
    from django.core.management import get_commands

    named = {line.split()[0] for line in start.__doc__.splitlines() if line.startswith("  ") and line[2:3].isalpha()} - {"python3"}
    assert named - {"test"} <= set(get_commands())
