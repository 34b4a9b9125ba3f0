"""A house with twenty threads and nobody's history: every page says something true, and what to do next."""

import pytest

from junto.posts.models import Thread

ASKED = "How do we treat machine {} in winter?"
SAYS = {
    "/ask/": "You join by asking there",
    "/search/?words=winter": "How do we treat machine",
    "/search/?words=zzz": "your words come along",
    "/spaces/repairs/": "all 20 threads",
    "/inbox/": "Ask something",
    "/digest/": "Find spaces",
    "/help/needs/": "Begin with something small",
    "/help/hallway/": "Two lines, and it is there next time",
    "/help/hallway/of/repairs/": "may help the others as well",
    "/topics/pumps/": "No question about it is solved yet",
}


@pytest.fixture
def twenty_threads(repairs, ada, ben, cleo, work_done):
    """Three people, twenty threads, no topics, nothing solved, nobody who said what they know."""
    for number in range(20):
        Thread.objects.open(repairs, by=(ada, ben, cleo)[number % 3], title=ASKED.format(number), source="It stands in the cold.")
    work_done()
    return repairs


@pytest.fixture
def page(twenty_threads, signed_in):
    def seen(somebody, address="/"):
        answer = signed_in(somebody).get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return seen


def test_whoever_belongs_nowhere_is_led_to_where_something_happens(page, eve, bench, attic):
    home = page(eve)
    assert bench.name not in home
    assert attic.name not in home
    assert "20 threads to read" in home
    assert "Join Repairs" in home
    assert "It is quiet because you are the first" not in home


def test_whoever_just_joined_is_told_what_there_is_to_read(page, eve, twenty_threads, roasting):
    twenty_threads.add(eve)
    roasting.add(eve)
    home = page(eve)
    assert "20 threads to read" in home
    assert "Nothing was asked here yet" in home
    assert "Nothing new since you were there" not in home


def test_each_page_says_something_true_and_what_to_do_next(page, eve):
    silent = [address for address, says in SAYS.items() if says not in page(eve, address)]
    assert silent == []
