"""Carries everything into another database, of the same or another kind, and finds it equal there."""

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from junto.kit.backup import rows
from junto.kit.backup.archive import BadBackup
from junto.kit.backup.beside import beside, bring_up_to_date
from junto.kit.backup.restore import somebody_is_here


def move(target: dict[str, Any], told: Callable[[str, rows.Sum], None]) -> rows.Sums:
    """Fills the database these settings describe; `told` hears of each table. Says what every table adds up to, there as here.

    What was copied by an earlier run is only compared. The words index is not carried: it has to be written anew there.
    Raises BadBackup, with nothing changed, when something else is there already.
    """
    with beside(target) as there:
        if somebody_is_here(there):
            return _find_equal(there, told)
        _refuse_strangers(there)
        bring_up_to_date(there)
        return rows.copy(DEFAULT_DB_ALIAS, there, told)


def _find_equal(there: str, told: Callable[[str, rows.Sum], None]) -> rows.Sums:
    bring_up_to_date(there)
    found = rows.sums(there)
    if found != rows.sums(DEFAULT_DB_ALIAS):
        raise BadBackup("another Junto is in that database already; name an empty one")
    for table, sum_ in found.items():
        told(table, sum_)
    return found


def _refuse_strangers(there: str) -> None:
    """A database in which something else lives is none of ours to fill."""
    names = set(connections[there].introspection.table_names())
    if names and "django_migrations" not in names:
        raise BadBackup("that database holds tables of something else; name an empty one")
