"""Dumps for tests: rows as a site would publish them, written into a folder."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

SITE = "tea.stackexchange.com"
DAY = "2012-02-01T10:00:00.000"
Rows = Iterable[Mapping[str, object]]


def row(**values: object) -> str:
    """One row as it stands in a dump."""
    return f"  <row {' '.join(f'{name}={quoteattr(str(value))}' for name, value in values.items())} />"


def write(folder: Path, **files: Rows | bytes) -> Path:
    """Writes a dump of these files: rows, or bytes as they are."""
    for name in ("Users", "Posts", "Comments", "Votes", "PostHistory", "PostLinks"):
        given = files.get(name, ())
        lines = "\n".join(["<rows>", *(row(**each) for each in given), "</rows>"]).encode() if not isinstance(given, bytes) else given
        (folder / f"{name}.xml").write_bytes(lines)
    return folder


def lively(folder: Path, number: int, site: str = SITE) -> Path:
    """A dump with so many people, questions, answers, comments, votes, versions and links."""
    every, answers = range(1, number + 1), range(number + 1, 2 * number + 1)
    said = {"CreationDate": DAY, "Body": f"<p>See https://{site}/q/1 and rinse the pot.</p>"}
    asked = ({"Id": key, "PostTypeId": 1, "OwnerUserId": key, "Title": f"Question {key}", "Tags": "<tea>", **said} for key in every)
    solved = ({**each, "AcceptedAnswerId": int(str(each["Id"])) + number, "ClosedDate": DAY} for each in asked)
    answered = ({"Id": key, "PostTypeId": 2, "ParentId": key - number, "OwnerUserId": key - number, **said} for key in answers)
    about = {"CreationDate": DAY, "UserId": 1}
    return write(
        folder,
        Users=({"Id": key, "DisplayName": f"Person {key}", "CreationDate": DAY} for key in every),
        Posts=[*solved, *answered],
        Comments=({"Id": key, "PostId": key, "Text": f"Comment {key}", **about} for key in every),
        Votes=({"Id": key, "PostId": key, "VoteTypeId": 2, **about} for key in answers),
        PostHistory=(
            {"Id": key, "PostId": key, "PostHistoryTypeId": 2, "RevisionGUID": f"g{key}", "Text": "Rinse it.", **about} for key in answers
        ),
        PostLinks=({"Id": key, "PostId": key, "RelatedPostId": key % number + 1, "LinkTypeId": 1, **about} for key in every),
    )
