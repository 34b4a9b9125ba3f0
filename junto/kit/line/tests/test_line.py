"""Processes tell each other that there is something to look at; when they cannot, everybody looks by themselves."""

import logging
import threading

import pytest
from django.db import connection

from junto.kit import line
from junto.kit.line.calling import ALONE, TOGETHER, Line
from junto.kit.line.postgresql import PostgreSQL
from junto.kit.line.redis import Redis

PATIENCE = 15


class Ear:
    """Counts how often a word came."""

    def __init__(self, word):
        self.heard = threading.Semaphore(0)
        line.on_call(word, self.heard.release)

    def hears(self):
        return self.heard.acquire(timeout=PATIENCE)

    def has_more(self):
        return self.heard.acquire(blocking=False)


class OverRedis:
    """Two ends of a line over a real Redis, which can go away."""

    def __init__(self, server):
        self.server = server

    def end_of_line(self):
        return Line(Redis(self.server.url, "test"))

    def cut(self):
        self.server.stop()

    def mend(self):
        self.server.start()


class OverPostgreSQL:
    """Two ends over the database, which ends their connections."""

    def end_of_line(self):
        return Line(PostgreSQL(connection.settings_dict))

    def cut(self):
        with connection.cursor() as cursor:
            ends = "query ~ '^(LISTEN|SELECT 1|SELECT pg_notify)' AND pid != pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ends}")

    def mend(self):
        return


@pytest.fixture(params=["redis", "postgresql"])
def over(request, transactional_db):
    if request.param == "postgresql" and connection.vendor != "postgresql":
        pytest.skip("this database carries no words")
    return OverPostgreSQL() if request.param == "postgresql" else OverRedis(request.getfixturevalue("redis_server"))


@pytest.fixture
def ends(over):
    """Two processes, as it were; both hear already."""
    two = [over.end_of_line(), over.end_of_line()]
    for end in two:
        up = Ear(f"up {id(end)}")
        end.begin()
        assert up.hears()
    yield two
    for end in two:
        end.end()


def test_a_word_is_heard_by_the_others_and_not_by_who_says_it(ends):
    ear, last = Ear("news"), Ear("last")
    ends[0].call("news")
    assert ear.hears()
    ends[1].call("last")
    assert last.hears()
    assert not ear.has_more()


def test_while_the_line_is_up_one_looks_seldom_and_without_it_each_second(ends):
    assert line.patience() == TOGETHER
    ends[0].is_up = False
    assert line.patience() == ALONE


def test_when_it_was_away_everybody_looks_once_it_is_back_and_words_are_heard_again(over, ends, caplog):
    caplog.set_level(logging.CRITICAL)
    back = Ear("anything")
    over.cut()
    over.mend()
    assert back.hears()
    assert back.hears()
    again = Ear("again")
    while not again.has_more():
        ends[0].call("again")
        again.heard.acquire(timeout=0.1) and again.heard.release()


def test_nobody_waits_for_a_line_that_is_away(over, ends, caplog):
    caplog.set_level(logging.CRITICAL)
    over.cut()
    said = threading.Thread(target=lambda: [line.call("news") for _ in range(1000)])
    said.start()
    said.join(1)
    assert not said.is_alive()
    over.mend()


def test_where_nobody_holds_a_line_a_word_is_lost_and_nothing_else():
    line.call("news")
    assert line.patience() == ALONE
