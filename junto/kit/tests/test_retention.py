"""When the time of a kind of fact is over, what happened stays and who it was does not."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from junto.kit.clock import now
from junto.kit.facts import Fact, Readers, announce
from junto.kit.models import FactRecord
from junto.kit.privacy.numbers import cut_off, facts_about
from junto.kit.privacy.retention import cut_off_old_numbers


@dataclass(frozen=True)
class KeyLent(Fact, why="to know who has the key", readers=Readers.OWNERS, kept_days=30):
    """Somebody lent a key to somebody."""

    by_id: int
    person_id: int
    witness_person_id: int | None
    room: int


@dataclass(frozen=True)
class WallBuilt(Fact, why="to know who built the house", readers=Readers.OWNERS, kept_days=None):
    """Somebody built a wall; that is known as long as it stands."""

    by_id: int


def lent(days_ago, by=7, to=8, witness=9):
    with transaction.atomic():
        announce(KeyLent(by_id=by, person_id=to, witness_person_id=witness, room=8), at=now() - timedelta(days=days_ago))
    return FactRecord.objects.latest("pk")


def test_old_facts_lose_every_number_of_a_person_and_nothing_else(db):
    record = lent(31)
    cut_off_old_numbers()
    record.refresh_from_db()
    assert (record.kind, record.by_id) == ("KeyLent", None)
    assert record.data == {"person_id": None, "witness_person_id": None, "room": 8}
    assert record.fact().room == 8


def test_younger_facts_and_those_without_an_end_are_left_alone(db):
    young = lent(29)
    with transaction.atomic():
        announce(WallBuilt(by_id=7), at=now() - timedelta(days=4000))
    cut_off_old_numbers()
    young.refresh_from_db()
    assert (young.by_id, young.data["person_id"]) == (7, 8)
    assert FactRecord.objects.get(kind="WallBuilt").by_id == 7


def test_many_old_facts_are_cut_in_one_run(db):
    like = lent(40)
    FactRecord.objects.bulk_create([FactRecord(kind="KeyLent", data=like.data, by_id=7, at=like.at) for _ in range(1200)])
    cut_off_old_numbers()
    assert not facts_about(8).exists()
    assert not facts_about(7).exists()


def test_one_person_is_taken_out_and_the_others_stay(db):
    record = lent(1, by=7, to=7, witness=9)
    other = lent(1, by=8, to=9, witness=7)
    cut_off(7)
    record.refresh_from_db()
    other.refresh_from_db()
    assert (record.by_id, record.data["person_id"], record.data["witness_person_id"]) == (None, None, 9)
    assert (other.by_id, other.data["person_id"], other.data["witness_person_id"]) == (8, 9, None)
    assert not facts_about(7).exists()


def test_a_number_that_is_not_a_persons_is_no_persons(db):
    record = lent(1, by=1, to=2, witness=3)
    cut_off(8)
    record.refresh_from_db()
    assert record.data["room"] == 8
