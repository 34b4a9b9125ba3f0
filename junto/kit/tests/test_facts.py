"""A verb's change, its fact and the work that follows land together or not at all; every effect happens once."""

from dataclasses import dataclass

import pytest
from django.db import transaction

from junto.kit.clock import now
from junto.kit.facts import Fact, Readers, announce, announce_all
from junto.kit.facts.announce import wire
from junto.kit.models import FactRecord, StreamEvent, Work
from junto.kit.stream.publish import publish
from junto.kit.work import later, listener, listener_of_history
from junto.kit.work.worker import work_off
from tests.queries import queries_of


@dataclass(frozen=True)
class BellRung(Fact, why="for tests", readers=Readers.SELF, kept_days=1):
    """Somebody rang."""

    by_id: int
    tower: str = "north"

    def about(self) -> tuple[str, ...]:
        return (f"inbox:{self.by_id}",)


heard: list[Fact] = []


def ring_and_fall() -> None:
    """Rings the bell in a transaction that comes to nothing."""
    with transaction.atomic():
        announce(BellRung(by_id=7))
        raise ZeroDivisionError


@listener
def hear(fact: BellRung) -> None:
    heard.append(fact)


@listener_of_history
def chronicle(facts: list[BellRung]) -> None:
    heard.extend(facts)


@listener_of_history
def limp(facts: list[BellRung]) -> None:
    if any(fact.by_id == 3 for fact in facts):
        raise ValueError("over the third")
    heard.extend(facts)


@listener
def stumble(fact: BellRung) -> None:
    raise ValueError("over the rope")


@pytest.fixture(autouse=True)
def tower():
    from junto.config.wiring import FOLLOWS

    heard.clear()
    yield
    wire(FOLLOWS)


@pytest.mark.django_db
def test_a_fact_is_kept_and_heard_with_its_number_and_time():
    wire({BellRung: [hear]})
    with transaction.atomic():
        announce(BellRung(by_id=7, tower="south"))
    assert work_off() == 1
    record = FactRecord.objects.get()
    assert heard == [BellRung(by_id=7, tower="south")]
    assert (heard[0].id, heard[0].at) == (record.pk, record.at)
    assert Work.objects.count() == 0


@pytest.mark.django_db
def test_what_is_taken_back_leaves_neither_fact_nor_work():
    wire({BellRung: [hear]})
    with pytest.raises(ZeroDivisionError):
        ring_and_fall()
    assert not FactRecord.objects.exists()
    assert not Work.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="outside the transaction"):
        announce(BellRung(by_id=7))


@pytest.mark.django_db
def test_history_is_kept_but_only_chroniclers_follow_it():
    wire({BellRung: [hear, chronicle]})
    with transaction.atomic():
        announce(BellRung(by_id=7), at=now())
    assert work_off() == 1


@pytest.mark.django_db
def test_chroniclers_hear_of_many_facts_at_once():
    wire({BellRung: [chronicle]})
    with transaction.atomic():
        announce_all(BellRung(by_id=number, at=now()) for number in range(30))
    kept = FactRecord.objects.count()
    assert queries_of(work_off) < 30
    assert (kept, sorted(fact.by_id for fact in heard)) == (30, list(range(30)))


@pytest.mark.django_db(transaction=True)
def test_a_chronicler_that_fails_over_one_fact_still_hears_of_the_others():
    wire({BellRung: [limp]})
    with transaction.atomic():
        announce_all(BellRung(by_id=number, at=now()) for number in range(5))
    work_off()
    assert sorted(fact.by_id for fact in heard) == [0, 1, 2, 4]
    assert Work.objects.get().tries == 1


@pytest.mark.django_db(transaction=True)
def test_one_listener_that_fails_harms_no_other_and_is_tried_again_later():
    wire({BellRung: [hear, stumble]})
    with transaction.atomic():
        announce(BellRung(by_id=7))
    work_off()
    left = Work.objects.get()
    assert len([fact for fact in heard if fact]) >= 1
    assert (left.tries, left.is_dead) == (1, False)
    assert left.run_at > now()
    assert left.error.startswith("ValueError in ")
    assert "over the rope" not in left.error


@pytest.mark.django_db(transaction=True)
def test_after_the_last_try_the_work_stays_for_the_owner_to_see_and_revive():
    wire({BellRung: [stumble]})
    with transaction.atomic():
        announce(BellRung(by_id=7))
    for _ in range(Work.MOST_TRIES):
        Work.objects.update(run_at=now())
        work_off()
    assert Work.objects.get().is_dead
    assert Work.objects.dead().revive() == 1
    assert not Work.objects.get().is_dead


@pytest.mark.django_db
def test_work_no_release_knows_any_more_dies_visibly_instead_of_stopping_the_queue():
    wire({BellRung: [hear]})
    Work.objects.create(listener="gone.with_the_wind", run_at=now())
    with transaction.atomic():
        announce(BellRung(by_id=7))
    work_off()
    assert Work.objects.get().tries == 1
    assert heard


@pytest.mark.django_db
def test_pages_hear_of_what_they_show_in_the_order_of_commits():
    wire({BellRung: [publish]})
    for person in (7, 8):
        with transaction.atomic():
            announce(BellRung(by_id=person))
    work_off()
    assert list(StreamEvent.objects.order_by("seq").values_list("topic", flat=True)) == ["inbox:7", "inbox:8"]


@pytest.mark.django_db
def test_work_for_later_waits_for_its_time():
    later(hear_words, at=now().replace(year=now().year + 1), word="later")
    later(hear_words, word="now")
    work_off()
    assert spoken == ["now"]


spoken: list[str] = []


@listener
def hear_words(word: str) -> None:
    spoken.append(word)
