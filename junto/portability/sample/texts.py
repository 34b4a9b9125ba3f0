"""The written company: people, spaces and topics in `company.toml`, the threads of each space in `threads/`."""

import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NAMED = re.compile(r"@\{([a-z]+)\}")
"""How a text names somebody: by their key."""


def company() -> dict[str, Any]:
    """Topics, people and spaces as they are written down."""
    return tomllib.loads((HERE / "company.toml").read_text(encoding="utf-8"))


def helping() -> dict[str, Any]:
    """What people noted, would like to learn, and said to have worked."""
    return tomllib.loads((HERE / "helping.toml").read_text(encoding="utf-8"))


def threads() -> list[dict[str, Any]]:
    """All threads, the oldest first; each says in which space it stands."""
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted((HERE / "threads").glob("*.toml"))]
    told = [{"space": file["space"], **thread} for file in files for thread in file["thread"]]
    return sorted(told, key=lambda thread: -thread["days_ago"])


def posts_in_order(thread: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """What was written below the opening, as it came, each with its number in the file (from 1), by which comments name it."""
    return sorted(enumerate(thread.get("post", []), start=1), key=lambda numbered: numbered[1]["after_hours"])
