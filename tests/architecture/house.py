"""The plan of the house as the tests read it: rooms, their floors, and every file."""

import subprocess
import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
HOUSE = HERE / "junto"


@cache
def floors() -> dict[str, int]:
    """Each room and its floor, from the one list in pyproject.toml; a room may lean on lower floors only."""
    settings = tomllib.loads((HERE / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(contract for contract in settings["contracts"] if contract["type"] == "layers")["layers"]
    return {room.strip(): floor for floor, layer in enumerate(reversed(layers)) for room in layer.split("|")}


def may_lean_on(room: str, other: str) -> bool:
    """Whether `room` may know `other`."""
    return room == other or floors()[room] > floors()[other]


@cache
def files() -> list[Path]:
    """Every file of the project that is kept or about to be, relative to the project."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True)
    return [Path(name) for name in listed.stdout.splitlines() if (HERE / name).exists()]


def templates() -> list[Path]:
    """Every template of the house."""
    return [path for path in files() if path.suffix == ".html" and "templates" in path.parts]


def room_of(path: Path) -> str:
    """The room a file of the house stands in."""
    return path.parts[1]
