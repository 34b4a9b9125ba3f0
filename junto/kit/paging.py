"""Lists page by key: the last row seen says where the next page begins, so page 900 costs what page 1 costs."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from junto.kit.zero import ZERO

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows to show, and the token with which the list goes on (None: it ends here)."""

    rows: list[Row]
    after: str | None
    is_first: bool

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page(rows: QuerySet[Row], *, order: tuple[str, ...], after: str | None = None, size: int = 20) -> Page[Row]:
    """One page of `rows`, ordered by `order` (field names, `-` for descending; the last one unique, none of them null).

    `after` is a token from an earlier page; one that cannot be read shows the first page, because links get cut in mails.
    """
    start = _key_of_token(after, rows.model, order)
    wanted = rows.order_by(*order)
    if start is not None:
        wanted = wanted.filter(_beyond(order, start))
    found = list(wanted[: size + 1])
    more = len(found) > size
    shown = found[:size]
    return Page(shown, _token(shown[-1], order) if more else None, start is None)


def _beyond(order: tuple[str, ...], key: list[Any]) -> Q:
    beyond = Q()
    for at, field in enumerate(order):
        same = Q(**{name.lstrip("-"): value for name, value in zip(order[:at], key[:at], strict=True)})
        beyond |= same & _past(field, key[at])
    # Said once more of the first field alone: from the `or` no database sees where in the index to begin, and reads it from its start.
    return _past(order[0], key[0], "e") & beyond


def _past(field: str, value: Any, or_at_it: str = "") -> Q:
    direction = "lt" if field.startswith("-") else "gt"
    return Q(**{f"{field.lstrip('-')}__{direction}{or_at_it}": value})


def _token(row: Model, order: tuple[str, ...]) -> str:
    values = []
    for field in order:
        value = getattr(row, field.lstrip("-"))
        values.append({"t": value.isoformat()} if isinstance(value, datetime) else value)
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _key_of_token(token: str | None, model: type[Model], order: tuple[str, ...]) -> list[Any] | None:
    if not token or len(token) > 1000:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        if not isinstance(values, list):
            return None
        key = [_value(value) for value in values]
        return key if all(_fits(model, field, value) for field, value in zip(order, key, strict=True)) else None
    except (ValueError, TypeError, KeyError, binascii.Error, RecursionError, OverflowError, ValidationError):
        return None


def _fits(model: type[Model], field: str, value: Any) -> bool:
    """Whether the column holds values of this kind: who makes up a token may put a word where a number belongs."""
    column: Any = model._meta.get_field(field.lstrip("-"))
    return bool(column.to_python(value) == value)


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["t"]).astimezone(UTC)
    if isinstance(value, bool) or not isinstance(value, int | str) or (isinstance(value, int) and abs(value) >= 2**63):
        raise ValueError("no key holds this")
    if isinstance(value, str) and ZERO in value.encode().decode():  # half characters, which no database takes either, do not encode
        raise ValueError("no database takes this")
    return value
