"""Carries everything into another database, of the same or another kind, and finds it equal there."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

from junto.kit.backup import rows
from junto.kit.backup.archive import BadBackup
from junto.kit.backup.beside import beside, bring_up_to_date
from junto.kit.backup.restore import somebody_is_here
from junto.kit.models import FactRecord, Work


class Moved(NamedTuple):
    """What came of a move."""

    sums: rows.Sums
    """What every table adds up to, there as here."""
    before: bool
    """An earlier run had carried everything over already."""


def move(target: dict[str, Any], told: Callable[[str, rows.Sum], None]) -> Moved:
    """Fills the database these settings describe; `told` hears of each table.

    What was copied by an earlier run is only compared. The words index is not carried: it has to be written anew there.
    Raises BadBackup, with nothing changed, when something else is there already.
    """
    with beside(target) as there:
        if somebody_is_here(there):
            return Moved(_find_equal(there, told), before=True)
        _refuse_strangers(there)
        bring_up_to_date(there)
        return Moved(rows.copy(DEFAULT_DB_ALIAS, there, told), before=False)


def _find_equal(there: str, told: Callable[[str, rows.Sum], None]) -> rows.Sums:
    bring_up_to_date(there)
    found = {**rows.sums(there), Work._meta.db_table: _work_carried_to(there)}
    if found != rows.sums(DEFAULT_DB_ALIAS):
        raise BadBackup(CHANGED if _first_fact(there) == _first_fact(DEFAULT_DB_ALIAS) else ANOTHER)
    for table, sum_ in found.items():
        told(table, sum_)
    return found


def _work_carried_to(there: str) -> rows.Sum:
    """Without what came to wait there afterwards, when the words index was written."""
    return rows.sum_of(Work, there, upto=rows.sequences(DEFAULT_DB_ALIAS).get(Work._meta.db_table, 0))


def _first_fact(alias: str) -> Any:
    """By it a house is known, whatever happened in it since."""
    return FactRecord.objects.using(alias).order_by("pk").values_list("pk", "kind", "at").first()


def _refuse_strangers(there: str) -> None:
    """A database in which something else lives is none of ours to fill."""
    names = set(connections[there].introspection.table_names())
    if names and "django_migrations" not in names:
        raise BadBackup("that database holds tables of something else; name an empty one")


ANOTHER = "another Junto is in that database already; name an empty one"
CHANGED = "this Junto was carried into that database before, and one of the two has changed since; to carry it anew, name an empty one"
