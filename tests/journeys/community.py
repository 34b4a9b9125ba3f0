"""A real community, as it stands in a dump: all of it, or its first questions with everything that belongs to them."""

import io
from functools import lru_cache
from pathlib import Path

from django.core.management import call_command

from junto.portability.stackexchange.rows import read
from junto.spaces.models import Space
from tests.shared import DATA

DUMP = DATA / "community" / "bicycles-meta-2023"
SITE = "bicycles.meta.stackexchange.com"
NAME = "Bicycles"
ABOUT_POSTS = ("Comments", "Votes", "PostHistory")
Lines = list[tuple[dict[str, str], str]]


def take_in(folder: Path) -> Space:
    """Imports the dump as an operator does."""
    call_command("import", "stackexchange", str(folder), space=NAME, site=SITE, stdout=io.StringIO())
    return Space.objects.get(name=NAME)


def first_questions(most: int, folder: Path) -> Path:
    """A dump of the first questions, written into the folder."""
    posts = lines_of("Posts", DUMP)
    asked = {row["Id"] for row, _ in posts if row.get("PostTypeId") == "1"}
    chosen = set(sorted(asked, key=int)[:most])
    kept = [(row, line) for row, line in posts if row["Id"] in chosen or row.get("ParentId") in chosen]
    numbers = {row["Id"] for row, _ in kept}
    about = {
        name: [pair for pair in lines_of(name, DUMP) if pair[0].get("PostId") in numbers] for name in ("Comments", "Votes", "PostHistory")
    }
    about["PostLinks"] = [pair for pair in lines_of("PostLinks", DUMP) if {pair[0]["PostId"], pair[0]["RelatedPostId"]} <= numbers]
    writers = {row.get("OwnerUserId") or row.get("UserId") for pairs in (kept, *about.values()) for row, _ in pairs}
    people = [pair for pair in lines_of("Users", DUMP) if pair[0]["Id"] in writers]
    for name, pairs in {"Posts": kept, "Users": people, **about}.items():
        (folder / f"{name}.xml").write_text("\n".join(["<dump>", *(line for _, line in pairs), "</dump>"]))
    return folder


@lru_cache(maxsize=16)
def lines_of(name: str, folder: Path) -> Lines:
    """The rows of a file of a dump, each with the line it stands on."""
    path = folder / f"{name}.xml"
    lines = path.read_text("utf-8-sig").split("\n")
    return [(row.values, lines[row.line - 1]) for row in read(path) if row.values]
