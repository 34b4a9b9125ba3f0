"""Proves a backup by really bringing it back, aside: every part read, every row counted and added up, every file that rows name found."""

import tempfile
from pathlib import Path

from junto.kit.backup import rows
from junto.kit.backup.archive import BadBackup, Reader, reading
from junto.kit.backup.unpacked import unpacked
from junto.kit.backup.uploads import PREFIX
from junto.kit.models import File


def prove(path: Path) -> None:
    """Raises BadBackup when the file, made by this very release, could not be brought back whole.

    It goes into an SQLite database aside, also when it was made on PostgreSQL: that needs no right to make databases and no room
    on the server, reads every value of every row, and asks whether all references lead somewhere.
    """
    with reading(path) as archive, tempfile.TemporaryDirectory(dir=path.parent, prefix=".junto-proof-") as aside:
        _prove(archive, Path(aside))


def _prove(archive: Reader, aside: Path) -> None:
    with unpacked(archive, aside, only_rows=True) as alias:
        _compare(rows.sums(alias), archive)
        _find_files(archive, alias)


def _compare(found: rows.Sums, archive: Reader) -> None:
    kept = {table: rows.Sum(*sum_) for table, sum_ in archive.manifest["database"]["sums"].items()}
    differing = sorted(table for table in found.keys() | kept.keys() if found.get(table) != kept.get(table))
    if differing:
        raise BadBackup(f"what came back differs from what was kept in {', '.join(differing)}")


def _find_files(archive: Reader, alias: str) -> None:
    for file in File.objects.using(alias).ready().iterator():
        for part in file.lengths:
            if archive.size_of(PREFIX + file.name_of(part)) != file.lengths[part]:
                raise BadBackup(f"the file {file.name_of(part)} that it speaks of is missing or cut off")
