"""Queries of the hottest pages, whose SQL is worked out once.

Django builds the SQL of a queryset anew each time: 0.5 to 4 ms of Python for a query that the database answers in 0.1 ms.
Here the queryset is built once, with stand-ins where the values belong; afterwards only the values are put in. What a person
may see is still said in one place, because it is the same queryset. It leans on how `django.db.models.query.ModelIterable`
reads rows; `tests/test_compiled.py` holds the two together.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators

Row = TypeVar("Row", bound=Model)
Value = int | str | datetime | Sequence[int] | Sequence[str]
STAND_IN = 9_007_199_254_740_000
MOMENT = datetime(9876, 5, 4, tzinfo=UTC)
KNOWN = (ModelIterable, ValuesListIterable)
LENGTHS = (1, 2, 4, 8, 16, 24, 32, 64, 128, 256, 512)


def compiled(build: Callable[..., "QuerySet[Row]"]) -> "Compiled[Row]":
    """Marks a function that builds a queryset from numbers and words. It may not look at them: it gets stand-ins, once for each shape."""
    return Compiled(build)


class Compiled(Generic[Row]):
    """Call it with the values, by name: numbers, words, moments, or lists of numbers or of words (an empty one finds nothing).

    Gives the rows: objects of the model, or tuples where the queryset names its values (`values_list`), which is three times as quick.
    """

    def __init__(self, build: Callable[..., "QuerySet[Row]"]) -> None:
        self._build = build
        self._plans: dict[tuple[object, ...], _Plan[Row]] = {}

    def __call__(self, **values: Value) -> list[Row]:
        given = {name: value if isinstance(value, int | str | datetime) else _padded(value) for name, value in values.items()}
        if () in given.values():
            return []
        shape = (connection.vendor, *map(_shape, given.values()))
        plan = self._plans.get(shape)
        if plan is None:
            plan = self._plans[shape] = _Plan(self._build, given)
        return plan.rows(given)


def _shape(value: Any) -> object:
    return (len(value), type(value[0])) if isinstance(value, tuple) else type(value)


def _padded(values: Sequence[Any]) -> tuple[Any, ...]:
    """The list at one of a few lengths, its last value repeated, so that there are a few plans and not one for each length."""
    length = next((length for length in LENGTHS if length >= len(values)), -(-len(values) // LENGTHS[-1]) * LENGTHS[-1])
    return (*values, *(values[-1:] * (length - len(values)) if values else ()))


class _Plan(Generic[Row]):
    """The SQL of one shape, which value goes where, and how a row becomes an object."""

    def __init__(self, build: Callable[..., "QuerySet[Row]"], given: Mapping[str, Any]) -> None:
        stand_ins = _stand_ins(given)
        queryset = build(**{name: _like(given[name], inside) for name, inside in stand_ins.items()})
        if queryset._iterable_class not in KNOWN or queryset._prefetch_related_lookups:
            raise TypeError("only rows of a model and lists of values, without prefetching, can be compiled")
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, parameters = compiler.as_sql()
        self._places = _places(parameters, stand_ins)
        found = compiler.get_converters([column for column, _, _ in compiler.select]).items()
        self._converters = [(at, convert, expression) for at, (converters, expression) in found for convert in converters]
        self._make = _maker(compiler) if queryset._iterable_class is ModelIterable else tuple

    def rows(self, given: Mapping[str, Any]) -> list[Row]:
        """Asks the database with these values."""
        with connection.cursor() as cursor:
            cursor.execute(self._sql, [place(given) for place in self._places])
            found = cursor.fetchall()
        return [self._make(self._converted(row)) for row in found]

    def _converted(self, raw: Sequence[Any]) -> list[Any]:
        row = list(raw)
        for at, convert, expression in self._converters:
            row[at] = convert(row[at], expression, connection)
        return row


def _stand_ins(given: Mapping[str, Any]) -> dict[str, list[Any]]:
    """For each value something that occurs nowhere else, to be found again in the parameters; for each number of a list one."""
    made: dict[str, list[Any]] = {}
    count = 0
    for name, value in given.items():
        size = len(value) if isinstance(value, tuple) else 1
        made[name] = [_stand_in(value[0] if isinstance(value, tuple) else value, number) for number in range(count, count + size)]
        count += size
    return made


def _stand_in(value: Any, number: int) -> Any:
    if isinstance(value, datetime):
        return MOMENT + timedelta(microseconds=number)
    return f"stand-in {number}" if isinstance(value, str) else STAND_IN + number


def _like(value: Any, stand_ins: list[Any]) -> Any:
    return stand_ins if isinstance(value, tuple) else stand_ins[0]


def _places(parameters: Sequence[Any], stand_ins: Mapping[str, list[Any]]) -> list[Callable[[Mapping[str, Any]], Any]]:
    """One function for each parameter, which takes it from the values given. Raises TypeError when a value would be lost."""
    known = {_sent(inside): (name, at) for name, several in stand_ins.items() for at, inside in enumerate(several)}
    lost = {name for name, _ in known.values()} - {known[each][0] for each in parameters if each in known}
    if lost:
        raise TypeError(f"the query does not pass on {', '.join(sorted(lost))}")
    return [_place(*known[each]) if each in known else _constant(each) for each in parameters]


def _place(name: str, at: int) -> Callable[[Mapping[str, Any]], Any]:
    return lambda given: given[name][at] if isinstance(given[name], tuple) else _sent(given[name])


def _sent(value: Any) -> Any:
    """The value as the database takes it: SQLite has moments as words."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _constant(value: Any) -> Callable[[Mapping[str, Any]], Any]:
    return lambda given: value


def _maker(compiler: Any) -> Callable[[list[Any]], Any]:
    """Makes an object from a row, with its related objects and annotations, as ModelIterable does."""
    select, info, annotations = compiler.select, compiler.klass_info, list((compiler.annotation_col_map or {}).items())
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, _, _ in select[start:end]]
    populators = get_related_populators(info, select, DEFAULT_DB_ALIAS)

    def make(row: list[Any]) -> Any:
        made = info["model"].from_db(DEFAULT_DB_ALIAS, names, row[start:end])
        for populator in populators:
            populator.populate(row, made)
        for name, at in annotations:
            setattr(made, name, row[at])
        return made

    return make
