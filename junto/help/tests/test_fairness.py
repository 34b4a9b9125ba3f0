"""However many ask at once: nobody is asked beyond what they want, nobody twice, and the load is spread."""

from concurrent.futures import ThreadPoolExecutor
from random import Random
from types import SimpleNamespace

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.asking import simulate
from junto.help.asking.candidates import Candidate
from junto.help.asking.routing import FIRST, LEARNS_FROM, LEARNS_TO, by_weight, first_wave, set_out
from junto.help.asking.weighing import weight
from junto.help.models import Capacity, Consent, Request
from junto.kit.access import may_see
from junto.kit.clock import now
from junto.people.models import Block, Person
from junto.posts.models import Thread
from junto.search.experts import Expert
from tests.village import person

CANDIDATE = st.builds(
    lambda number, evidence, capacity, asked: Candidate(Expert(number, evidence), min(asked, capacity - 1), capacity),
    st.integers(1, 10_000),
    st.floats(0.05, 500),
    st.integers(1, 10),
    st.integers(0, 9),
)


@given(st.lists(CANDIDATE, max_size=12, unique_by=lambda one: one.expert.person))
@settings(max_examples=60, deadline=None)
def test_the_first_wave_is_three_people_with_a_place_for_somebody_who_learns(candidates):
    seats = first_wave(candidates)
    assert len(seats) == min(FIRST, len(candidates)) == len({seat.expert.person for seat in seats})
    learning = [one for one in candidates if LEARNS_FROM <= one.expert.strength <= LEARNS_TO]
    assert not learning or any(one in seats for one in learning) or len(candidates) <= 2


@given(st.floats(0, 1), st.integers(1, 10))
def test_of_two_who_know_alike_whoever_was_asked_less_comes_first(strength, capacity):
    chance = SimpleNamespace(uniform=lambda *between: 0.0)
    weights = [weight(strength, asked, capacity, chance) for asked in range(capacity)]
    assert weights == sorted(weights, reverse=True)


def test_weighing_changes_nothing_in_who_is_there():
    candidates = [Candidate(Expert(number, number), 0, 3) for number in range(1, 9)]
    assert {one.expert.person for one in by_weight(candidates)} == set(range(1, 9))


def test_asking_who_was_asked_less_spreads_the_load_and_brings_more_answers():
    by_knowing, balanced = simulate(0.0, 400), simulate(0.5, 400)
    assert by_knowing["gini"] - balanced["gini"] > 0.1
    assert balanced["answered_in_first_wave"] - by_knowing["answered_in_first_wave"] > 0.05
    assert by_knowing["mean_strength"] - balanced["mean_strength"] < 0.1


@pytest.fixture
def crowd(repairs, bench, ada, work_done):
    """Six who know pumps, some of them in the closed space as well."""
    people = [person(f"Crowd{letter}") for letter in "abcdef"]
    for number, somebody in enumerate(people):
        repairs.add(somebody)
        somebody.can_be_asked_about(["pumps"])
        if number % 2:
            bench.add(somebody)
    work_done()
    return people


WISHES = {
    "none": lambda somebody, asker: Capacity.objects.choose(somebody, a_week=0, paused_until=None),
    "blocks": lambda somebody, asker: Block.objects.create(person=somebody, blocked=asker),
    "never": lambda somebody, asker: Consent.objects.say(somebody, somebody.ask_me_about.get(), "never"),
    "one": lambda somebody, asker: Capacity.objects.choose(somebody, a_week=1, paused_until=None),
    "anything": lambda somebody, asker: None,
}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_people_wish_nobody_is_asked_against_it(seed, crowd, repairs, bench, ada, work_done):
    chance = Random(seed)
    wishes = {somebody: chance.choice([*WISHES]) for somebody in crowd}
    for somebody, wish in wishes.items():
        WISHES[wish](somebody, ada)
    for number in range(8):
        space = chance.choice([repairs, bench])
        Thread.objects.open(space, by=ada, title=f"Pump {number} of {seed}", source="?", topics=["pumps"])
    work_done()
    asked = [(request.person, request.thread) for request in Request.objects.select_related("person", "thread")]
    assert {wishes.get(somebody) for somebody, _ in asked} & {"none", "blocks", "never"} == set()
    assert len(asked) == len(set(asked))
    assert [somebody for somebody, thread in asked if not may_see(f"thread:{thread.pk}", [somebody.pk])] == []
    assert [count for count, allowed in loads() if count > allowed] == []


def loads():
    people = list(Person.objects.values_list("pk", flat=True))
    allowed, counted = Capacity.objects.of_each(people, now().date()), Request.objects.this_week(people)
    return [(counted.get(one, 0), allowed[one]) for one in people]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_do_not_both_take_the_last_place(repairs, ada, ben, work_done):
    ben.can_be_asked_about(["pumps"])
    Capacity.objects.choose(ben, a_week=1, paused_until=None)
    threads = [Thread.objects.open(repairs, by=ada, title=f"Pump {n} at once", source="?", topics=["pumps"]) for n in range(6)]

    def route(thread):
        try:
            set_out(SimpleNamespace(thread_id=thread.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(route, threads))
    assert Request.objects.filter(person=ben).count() == 1
