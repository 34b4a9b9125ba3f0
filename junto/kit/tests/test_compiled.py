"""A compiled query finds what its queryset finds."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from junto.kit.compiled import compiled
from junto.kit.models import FactRecord, Work
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@compiled
def _facts(kind: str, after: int, by: list[int]) -> Any:
    worked_on = Exists(Work.objects.filter(fact=OuterRef("pk"), listener=kind))
    found = FactRecord.objects.filter(Q(kind=kind) | Q(kind="Other"), pk__gt=after, by_id__in=by)
    return found.annotate(waits=worked_on, nth=Window(RowNumber(), order_by="id", partition_by=F("kind"))).order_by("pk")


@compiled
def _work(listener: str) -> Any:
    return Work.objects.filter(listener=listener).select_related("fact").only("listener", "run_at", "fact__kind", "fact__at")


@pytest.fixture
def facts() -> list[FactRecord]:
    from junto.kit.clock import now

    return [
        FactRecord.objects.create(kind=kind, data={"n": n}, by_id=n % 3, at=now()) for n, kind in enumerate(["One", "Other", "Third"] * 4)
    ]


@pytest.mark.parametrize("by", [[0], [1, 2], [0, 1, 2], [7], []])
def test_it_gives_the_same_rows_with_everything_that_came_along(facts: list[FactRecord], by: list[int]) -> None:
    Work.objects.create(listener="One", fact=facts[0], run_at=facts[0].at)
    found, expected = (
        _facts(kind="One", after=facts[0].pk - 1, by=by),
        list(_facts._build(kind="One", after=facts[0].pk - 1, by=by)) if by else [],
    )
    told = [(row.pk, row.kind, row.data, row.at, row.waits, row.nth) for row in found]
    assert told == [(row.pk, row.kind, row.data, row.at, row.waits, row.nth) for row in expected]
    assert [type(row) for row in found] == [FactRecord] * len(expected)


def test_the_second_asking_has_its_own_values(facts: list[FactRecord]) -> None:
    first = {row.pk for row in _facts(kind="One", after=0, by=[0, 1, 2])}
    second = {row.pk for row in _facts(kind="Third", after=facts[5].pk, by=[0, 1, 2])}
    assert first == {row.pk for row in facts if row.kind in ("One", "Other")}
    assert second == {row.pk for row in facts[6:] if row.kind in ("Third", "Other")}


def test_related_rows_come_in_the_same_query_also_where_there_are_none(facts: list[FactRecord]) -> None:
    Work.objects.create(listener="a", fact=facts[1], run_at=facts[0].at)
    Work.objects.create(listener="a", fact=None, run_at=facts[0].at)
    found: list[Any] = []
    assert queries_of(lambda: found.extend(_work(listener="a"))) == 1
    assert queries_of(lambda: [row.fact for row in found]) == 0
    assert sorted((row.fact.kind if row.fact else "", row.run_at) for row in found) == [("", facts[0].at), ("Other", facts[0].at)]


@compiled
def _of_kinds(kinds: list[str]) -> Any:
    return FactRecord.objects.filter(kind__in=kinds).order_by("pk")


def test_lists_of_words_are_put_in_as_well(facts: list[FactRecord]) -> None:
    assert {row.kind for row in _of_kinds(kinds=["One", "Third", "'; DROP"])} == {"One", "Third"}
    assert _of_kinds(kinds=[]) == []


@compiled
def _due(at: Any, listener: str) -> Any:
    return Work.objects.due(at).filter(listener=listener).values_list("pk")


def test_a_moment_is_put_in_each_time(facts: list[FactRecord]) -> None:
    early, late = facts[0].at, facts[0].at + timedelta(days=1)
    first, second = (Work.objects.create(listener="a", run_at=at) for at in (early, late))
    assert _due(at=early, listener="a") == [(first.pk,)]
    assert _due(at=late, listener="a") == [(first.pk,), (second.pk,)]


@pytest.mark.parametrize("value", ["'; DROP TABLE fact; --", "%s", "stand-in 9007199254740000", "é\u202e"])
def test_values_are_never_taken_for_sql(facts: list[FactRecord], value: str) -> None:
    assert {row.kind for row in _facts(kind=value, after=0, by=[0, 1, 2])} == {"Other"}


def test_a_value_that_the_query_would_lose_is_refused() -> None:
    @compiled
    def forgetful(kind: str, after: int) -> Any:
        return FactRecord.objects.filter(kind=kind)

    with pytest.raises(TypeError, match="after"):
        forgetful(kind="One", after=3)


def test_values_and_prefetching_are_refused() -> None:
    for build in (
        lambda kind: FactRecord.objects.filter(kind=kind).values("pk"),
        lambda kind: FactRecord.objects.filter(kind=kind).prefetch_related("work"),
    ):
        with pytest.raises(TypeError, match="only rows of a model"):
            compiled(build)(kind="One")
