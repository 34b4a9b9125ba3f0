"""What is looked at, in the order in which one would mend it."""

from collections.abc import Callable, Iterable, Iterator

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from junto.config.doctor import at_work, clock, database, folder, in_step, keys, neighbours, said
from junto.config.env import WrongSetting
from junto.config.reach import reach_database
from junto.kit.traces import kind
from junto.operating.finding import Finding, bad, well

Examination = Callable[[], Iterable[Finding]]
BEFORE: tuple[Examination, ...] = (folder.examine, said.examine)
ON_TABLES: tuple[Examination, ...] = (database.examine, clock.examine, at_work.examine, keys.examine)
AROUND: tuple[Examination, ...] = (neighbours.examine,)


def examine(deep: bool) -> Iterator[Finding]:
    """Everything; `deep` looks at every row and file instead of the newest."""
    for examination in BEFORE:
        yield from looked(examination)
    away = unreachable()
    if away:
        yield away
    elif not begun():
        yield well("database", database.TITLE, "There is none yet; the first start makes it.")
    else:
        for examination in (*ON_TABLES, lambda: in_step.examine(deep)):
            yield from looked(examination)
    for examination in AROUND:
        yield from looked(examination)


def looked(examination: Examination) -> Iterator[Finding]:
    """What one examination finds; one that fails is a finding itself."""
    try:
        yield from examination()
    except Exception as error:  # the doctor must see the others
        name = examination.__module__.rpartition(".")[2]
        yield bad(name, name.replace("_", " ").capitalize(), f"This could not be looked at: {kind(error)}.", "Mend what stands above.")


def unreachable() -> Finding | None:
    """What is wrong when the database cannot be used at all."""
    try:
        reach_database()
    except WrongSetting as wrong:
        return bad("database", database.TITLE, str(wrong), "Nothing else can be looked at until then.")
    except DatabaseError as error:
        return bad("database", database.TITLE, f"The database cannot be read ({error}).", database.RESTORE)
    return None


def begun() -> bool:
    """Whether Junto was ever started on this database."""
    try:
        return MigrationRecorder(connection).has_table()
    except DatabaseError:
        return True
