"""What one process changed, another shows at once: nothing a process remembers for itself may be what somebody else sees."""

from functools import partial

import pytest

from tests.faults.visitors import Browser, Listener
from tests.village import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def doors(house, node, redis_server, question):
    """Opens either of two processes for somebody: the one of this test, and another."""
    other = node("--without-worker", REDIS_URL=redis_server.url)
    other.is_ready()
    return [partial(Browser, port, f"127.0.0.1:{port}", scheme="http") for port in (house.port, other.port)]


def test_two_processes_are_one_house(doors, question, ada, ben):
    what_was_drawn_before_is_drawn_anew(doors, question, ada, ben)
    what_is_written_through_one_is_heard_and_read_through_the_other(doors, question, ada, ben)
    whoever_signs_out_of_one_is_signed_out_of_the_other(doors, ada)
    whoever_guesses_at_one_is_shut_out_of_the_other(doors, ben)


def what_was_drawn_before_is_drawn_anew(doors, question, ada, ben):
    question.reply(by=ben, source="Look at the check valve.")
    browsers = [door(somebody=ada) for door in doors]
    for browser in browsers:
        assert ben.name in browser.ask(f"/threads/{question.pk}/")[2]
    ben.change_profile(name="Ben Karaca")
    for browser in browsers:
        page = browser.ask(f"/threads/{question.pk}/")[2]
        assert "Ben Karaca" in page
        assert "Yılmaz" not in page


def what_is_written_through_one_is_heard_and_read_through_the_other(doors, question, ada, ben):
    for here, there in (doors, reversed(doors)):
        listener, writer, reader = Listener(here(somebody=ada), question.pk), there(somebody=ben), here(somebody=ada)
        listener.start()
        assert listener.first.wait(20)
        text = f"Written while {here(somebody=ada).line.port} listens."
        writer.ask(f"/threads/{question.pk}/")
        assert writer.ask(f"/threads/{question.pk}/posts/", {"text": text})[0] == 302
        assert text in reader.ask(f"/threads/{question.pk}/")[2]
        assert listener.news.wait(20)
        listener.going.set()


def whoever_signs_out_of_one_is_signed_out_of_the_other(doors, ada):
    here, there = (door() for door in doors)
    here.cookies = there.cookies = doors[0](somebody=ada).cookies
    assert there.ask("/inbox/")[0] == 200
    here.ask("/")
    here.ask("/account/logout/", {})
    assert there.ask("/inbox/")[0] == 302


def whoever_guesses_at_one_is_shut_out_of_the_other(doors, ben):
    here, there = (door() for door in doors)
    for browser in (here, there):
        browser.ask("/account/login/")
    for _ in range(5):
        here.ask("/account/login/", {"login": ben.email, "password": "wrong words here"})
    assert there.ask("/account/login/", {"login": ben.email, "password": PASSWORD})[0] == 429
