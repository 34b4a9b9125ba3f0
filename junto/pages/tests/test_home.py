"""The first screen: what waits, what one could help with, what is new. Nothing else, and it ends."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from junto.posts.models import Thread
from junto.spaces.models import Space


@pytest.fixture
def home(signed_in):
    def of(person):
        return signed_in(person).get("/").content.decode()

    return of


def test_an_answer_to_my_question_waits_on_top(home, ada, answer, work_done):
    work_done()
    assert "answered “Pump loses pressure overnight”" in home(ada)


def test_a_question_nobody_answered_is_offered_to_others_of_the_space_and_not_to_its_author(home, ada, ben, eve, question):
    assert question.title in home(ben)
    assert question.title not in home(ada)
    assert question.title not in home(eve)


def test_what_i_can_be_asked_about_comes_first(home, ada, ben, question, repairs):
    ben.can_be_asked_about(["pumps"])
    for n in range(3):
        Thread.objects.open(repairs, by=ada, title=f"Something else {n}", source="…")
    page = home(ben)
    assert page.index(question.title) < page.index("Something else 2")
    assert "Something else 0" not in page


def test_questions_of_spaces_i_may_not_read_are_nowhere(home, ben, eve, secret):
    assert secret.title not in home(ben)
    assert secret.title not in home(eve)


def test_my_spaces_say_what_is_new_since_i_looked_in(home, ada, ben, question):
    assert "1 new thread" in home(ben)
    assert "1 new thread" not in home(ada)


def test_an_empty_house_says_what_to_do_first_and_lets_an_owner_look_around(home, olga):
    page = home(olga)
    assert "Open the first space" in page
    assert "Let the sample company in" in page


def test_who_belongs_nowhere_yet_is_led_to_the_spaces(home, eve, repairs):
    page = home(eve)
    assert repairs.purpose in page
    assert "Join Repairs" in page
    assert "All spaces" in page


def test_ten_more_of_everything_cost_no_more_queries(signed_in, ada, ben, cleo, question, answer, work_done):
    Thread.objects.open(question.space, by=ben, title="Mine", source="…").reply(by=ada, source="An answer.")
    work_done()
    client = signed_in(ben)

    def count():
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    before = count()
    for n in range(10):
        space = Space.objects.start(by=ben, name=f"Space {n}", purpose="So that it is measured.")
        space.add(ada)
        Thread.objects.open(space, by=ada, title=f"Question {n}", source="…")
        mine = Thread.objects.open(space, by=ben, title=f"Mine {n}", source="…")
        mine.reply(by=ada, source="An answer.")
    work_done()
    assert count() == before
