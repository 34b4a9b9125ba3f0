"""People's numbers in facts: which facts hold one, and how it is cut off."""

from collections.abc import Callable
from dataclasses import fields

from django.db.models import Q, QuerySet

from junto.kit.facts.fact import KINDS
from junto.kit.models import FactRecord

BATCH = 500


def naming_people() -> dict[str, tuple[str, ...]]:
    """Kinds of fact that hold people besides who did it, with the fields that hold them."""
    found = {name: tuple(field.name for field in fields(kind) if _names_a_person(field.name)) for name, kind in KINDS.items()}
    return {name: names for name, names in found.items() if names}


def facts_naming(person: int) -> "QuerySet[FactRecord]":
    """Facts in which the person is named, other than as who did it."""
    named = Q(pk__in=[])
    for kind, names in naming_people().items():
        for name in names:
            named |= Q(kind=kind, **{f"data__{name}": person})
    return FactRecord.objects.filter(named)


def facts_about(person: int) -> "QuerySet[FactRecord]":
    """Facts of what the person did, and in which they are named."""
    return FactRecord.objects.filter(Q(by_id=person) | Q(pk__in=facts_naming(person).values("pk"))).order_by("pk")


def cut_off(person: int) -> None:
    """Takes the person's number out of every fact."""
    FactRecord.objects.filter(by_id=person).update(by_id=None)
    cut_out(facts_naming(person), lambda number: number == person)


def cut_out(records: "QuerySet[FactRecord]", meant: Callable[[object], bool]) -> None:
    """Takes the numbers that are meant out of the data of these facts."""
    after = 0
    while batch := list(records.filter(pk__gt=after).order_by("pk")[:BATCH]):
        FactRecord.objects.bulk_update([_without(record, meant) for record in batch], ["data"])
        after = batch[-1].pk


def _without(record: FactRecord, meant: Callable[[object], bool]) -> FactRecord:
    named = naming_people().get(record.kind, ())
    record.data = {name: None if name in named and meant(value) else value for name, value in record.data.items()}
    return record


def _names_a_person(field: str) -> bool:
    return field == "person_id" or field.endswith("_person_id")
