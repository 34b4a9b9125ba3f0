"""What answers say about what somebody knows: the formula of the handbook, and what it looks at."""

from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.posts.models import Thread
from junto.search.experts import Question, likely_to_answer
from junto.search.experts.evidence import A_MONTH, faded, strength

pytestmark = pytest.mark.django_db


@pytest.fixture
def likely(ada, work_done, tuesday):
    """How much speaks for each person, by their first name, for a question of Ada's."""

    def found(title="Nothing like it", *, by=None, topics=("pumps",)):
        work_done()
        numbers = tuple(Thread.topics.rel.model.objects.filter(name__in=topics).values_list("pk", flat=True))
        experts = likely_to_answer(Question(title, numbers, by or ada, now()))
        return {expert.person: expert for expert in experts}

    return found


@pytest.mark.parametrize(("evidence", "sure"), [(0, 0), (1, 0.25), (3, 0.5), (9, 0.75)])
def test_strength_is_x_over_x_and_three(evidence, sure):
    assert strength(evidence) == sure


def test_an_answer_fades_by_a_tenth_a_month():
    assert faded(now() - 2 * A_MONTH, now()) == pytest.approx(0.81, abs=0.001)


def test_an_answer_nobody_rated_counts_half_and_a_declared_topic_one(knows, likely, ben, cleo):
    knows(ben)
    cleo.can_be_asked_about(["pumps"])
    found = likely()
    assert found[ben.pk].evidence == pytest.approx(0.5, abs=0.01)
    assert found[cleo.pk].evidence == pytest.approx(1.0, abs=0.01)


def test_each_person_helped_counts_once_however_often_they_were_helped(knows, likely, ada, ben, cleo):
    knows(ben, helped=cleo, times=3)
    assert likely()[ben.pk].evidence == pytest.approx(1.0, abs=0.01)


def test_whose_question_it_solved_was_helped(ask, likely, ada, ben, cleo):
    ask().reply(by=ben, source="The valve.").accept(by=ada)
    assert likely(by=cleo)[ben.pk].evidence == pytest.approx(1.0, abs=0.01)


def test_the_answer_that_says_most_is_named(knows, likely, ada, ben, cleo):
    knows(ben)
    best = ben.posts.get()
    best.help(cleo)
    knows(ben, topics=("gaskets",))
    assert likely()[ben.pk].post == best.pk


def test_without_topics_whoever_answered_a_question_like_it_is_found(ask, likely, ben):
    ask("The espresso grinder jams every morning", topics=()).reply(by=ben, source="Clean the burrs.")
    assert set(likely("Why does our grinder jam?", topics=())) == {ben.pk}


def test_what_the_asker_may_not_read_says_nothing(attic, knows, likely, ada, ben, cleo):
    Thread.objects.open(attic, by=ada, title="Pump of the attic", source="?", topics=["pumps"]).reply(by=cleo, source="Turn it.")
    assert cleo.pk in likely(by=ada)
    assert cleo.pk not in likely(by=ben)


def test_the_asker_and_whoever_is_not_here_any_more_are_left_out(knows, likely, olga, ada, ben, cleo):
    knows(ben)
    knows(cleo)
    ben.deactivate(by=olga)
    assert set(likely(by=cleo)) == set()


def test_who_answered_lately_comes_before_who_did_long_ago(ask, likely, tuesday, ben, cleo):
    ask("Gasket of the old boiler", topics=("boilers",)).reply(by=ben, source="Grease it.")
    tuesday.shift(timedelta(days=300))
    ask("Gasket of the new boiler", topics=("boilers",)).reply(by=cleo, source="Grease it.")
    found = likely(topics=("boilers",))
    assert found[cleo.pk].evidence > found[ben.pk].evidence
