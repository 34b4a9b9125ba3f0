"""The kinds of fact. Each says why it is kept, who may read it and for how long; a kind that does not cannot be written."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, type["Fact"]] = {}


class Readers(Enum):
    """Who may read a fact."""

    SELF = _("only you")
    SUBJECT = _("whoever may see what it is about")
    HOSTS = _("you and the hosts of the space")
    OWNERS = _("you and the owners of this Junto")


@dataclass(frozen=True)
class Fact:
    """Something that happened, in the past tense, holding numbers and never content.

    A field that holds a person's number is called `by_id` (who did it), `person_id`, or ends in `_person_id`.
    `id` and `at` are set when a listener reads the fact; announced with an `at`, it is history. `kept_days` is None for as long as what
    it is about exists.
    """

    id: int = field(default=0, kw_only=True, compare=False)
    at: datetime | None = field(default=None, kw_only=True, compare=False)

    why: ClassVar[str | Promise] = ""
    readers: ClassVar[Readers]
    kept_days: ClassVar[int | None]

    def __init_subclass__(cls, *, why: str | Promise, readers: Readers, kept_days: int | None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.why, cls.readers, cls.kept_days = why, readers, kept_days
        if KINDS.setdefault(cls.__name__, cls).__module__ != cls.__module__:
            raise TypeError(f"two kinds of fact are called {cls.__name__}")

    def about(self) -> tuple[str, ...]:
        """The addresses (`thread:7`) of what this concerns: open pages that show one of them hear of it."""
        return ()

    def data(self) -> dict[str, Any]:
        """What is written down, `by_id` apart (it has a column of its own)."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("id", "at", "by_id")}


def read(kind: str, data: dict[str, Any], *, id: int, at: datetime, by_id: int | None) -> Fact:
    """The fact as it was announced. A field that has been added since holds its default."""
    known = KINDS[kind]
    names = {f.name for f in fields(known)}
    given = {name: value for name, value in data.items() if name in names}
    if "by_id" in names:
        given["by_id"] = by_id
    return known(**given, id=id, at=at)
