"""The written company holds together, before anything is loaded: it needs no database."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from junto.portability.sample import texts
from junto.portability.sample.working_hours import HOURS

DRAWN_PEOPLE = (
    "Bertil Lindqvist|Rosa Quispe|Noor el-Sayed|Hendrik de Wit|Tomasz Wieczorek|Adaeze Nwosu|Priya Raghunathan|Kirsten Obel|Farid Rahimi"
    "|Luca Bianchi|Siobhán Kearney|Jonas Aalto|Yusuf Demir|Amara Diallo|Mei-Ling Hsu"
)
DRAWN_WORDS = (
    "heat pump|refrigerant|defrost|crankcase|short cycling|filter reminder|SB-118|Östersund"
    "|First start|Second line|Talking about noise|New leads|asleep in the oil|the calls we dread"
)
KINDS = {"community", "cohort", "study_group", "team", "circle"}


@pytest.fixture(scope="module")
def company() -> dict[str, Any]:
    return texts.company()


@pytest.fixture(scope="module")
def threads() -> list[dict[str, Any]]:
    return texts.threads()


@pytest.fixture(scope="module")
def people(company: dict[str, Any]) -> set[str]:
    return {person["key"] for person in company["person"]}


@pytest.fixture(scope="module")
def members(company: dict[str, Any]) -> dict[str, set[str]]:
    return {space["key"]: {*space["hosts"], *space["mentors"], *space["members"]} for space in company["space"]}


def writers(thread: dict[str, Any]) -> Iterator[str]:
    yield thread["author"]
    yield from (post["author"] for post in thread.get("post", []))
    if "closed" in thread:
        yield thread["closed"]["by"]


def readers(thread: dict[str, Any]) -> Iterator[str]:
    yield from writers(thread)
    yield from thread.get("watched_by", [])
    for post in thread.get("post", []):
        yield from post.get("helped", [])


def said(thread: dict[str, Any]) -> Iterator[str]:
    yield from (thread["title"], thread["body"])
    yield from (post["body"] for post in thread.get("post", []))


def hours_of(thread: dict[str, Any]) -> Iterator[float]:
    for post in thread.get("post", []):
        yield from (post["after_hours"], post.get("accepted_after_hours", post["after_hours"]))
    if "closed" in thread:
        yield thread["closed"]["after_hours"]


def test_it_is_as_large_as_promised(company, threads, people):
    assert 38 <= len(company["person"]) == len(people) <= 45
    assert len(company["space"]) == len({space["key"] for space in company["space"]}) == 8
    assert len(threads) == len({thread["key"] for thread in threads}) >= 150


def test_it_speaks_three_languages(threads):
    languages = Counter(thread["language"] for thread in threads)
    assert set(languages) == {"en", "de", "fr"}
    assert languages["en"] > languages["de"] >= 25
    assert languages["fr"] >= 25


def test_it_spans_about_seven_months_and_reaches_to_today(threads):
    assert 135 <= threads[0]["days_ago"] <= 150
    assert threads[-1]["days_ago"] < 1


def test_its_spaces_are_of_every_sort(company):
    assert {space["kind"] for space in company["space"]} == KINDS
    ways = Counter((space["joining"], space["visibility"]) for space in company["space"])
    assert ways == {("open", "all"): 6, ("request", "listed"): 1, ("invitation", "hidden"): 1}


def test_every_space_is_started_by_a_host_of_no_other(company):
    starters = [space["hosts"][0] for space in company["space"]]
    assert len(set(starters)) == len(starters)


def test_everybody_named_exists(company, threads, people, members):
    assert set().union(*members.values()) <= people
    for thread in threads:
        named = {key for text in said(thread) for key in texts.NAMED.findall(text)}
        assert {*readers(thread), *named} <= people, thread["key"]


def test_everybody_lives_in_a_known_time_zone(company):
    assert all(ZoneInfo(person["time_zone"]) for person in company["person"])


def test_every_topic_named_exists(company, threads):
    topics = {topic["key"] for topic in company["topic"]}
    named = [person["ask_me_about"] for person in company["person"]] + [each["topics"] for each in [*company["space"], *threads]]
    assert set().union(*named) <= topics


def test_every_topic_is_used(company, threads):
    assert {topic["key"] for topic in company["topic"]} == set().union(*(thread["topics"] for thread in threads))


def test_nobody_writes_where_they_do_not_belong(threads, members):
    for thread in threads:
        assert set(writers(thread)) <= members[thread["space"]], thread["key"]


def test_nobody_is_helped_by_what_they_may_not_read(company, threads, members):
    closed = {space["key"] for space in company["space"] if space["visibility"] != "all"}
    for thread in threads:
        assert thread["space"] not in closed or set(readers(thread)) <= members[thread["space"]], thread["key"]


def test_nothing_is_written_before_its_thread_or_in_the_future(threads):
    for thread in threads:
        assert all(0 < hours <= thread["days_ago"] * HOURS for hours in hours_of(thread)), thread["key"]


def test_a_comment_hangs_under_something_older(threads):
    for thread in threads:
        posts = thread.get("post", [])
        for post in posts:
            if post["kind"] == "comment" and post["parent"]:
                parent = posts[post["parent"] - 1]
                assert parent["kind"] != "comment", thread["key"]
                assert parent["after_hours"] <= post["after_hours"], thread["key"]


def test_questions_have_answers_and_discussions_have_replies(threads):
    below = {"question": {"answer", "comment"}, "discussion": {"reply", "comment"}}
    for thread in threads:
        posts = thread.get("post", [])
        assert {post["kind"] for post in posts} <= below[thread["kind"]], thread["key"]
        assert all(("parent" in post) == (post["kind"] == "comment") for post in posts), thread["key"]
        assert sum(post.get("accepted", False) for post in posts) <= 1, thread["key"]


def test_nobody_says_of_their_own_words_that_they_helped(threads):
    for thread in threads:
        assert all(post["author"] not in post.get("helped", []) for post in thread.get("post", [])), thread["key"]


def test_nothing_is_written_after_a_thread_was_closed(threads):
    for thread in threads:
        if "closed" in thread:
            assert thread["closed"]["because"], thread["key"]
            assert max(hours_of(thread)) == thread["closed"]["after_hours"], thread["key"]


def test_linked_threads_exist_and_are_older(threads):
    days = {thread["key"]: thread["days_ago"] for thread in threads}
    for thread in threads:
        for key in [*thread.get("related", []), *filter(None, [thread.get("duplicate_of")])]:
            assert days[key] > thread["days_ago"], thread["key"]


def test_life_is_mixed(threads):
    posts = [post for thread in threads for post in thread.get("post", [])]
    answered = [thread for thread in threads if any(post["kind"] == "answer" for post in thread.get("post", []))]
    unanswered = [thread for thread in threads if thread["kind"] == "question" and thread not in answered]
    solved = [post for post in posts if post.get("accepted")]
    assert len(unanswered) >= 5
    assert len(answered) > len(solved) >= 80
    assert sum("closed" in thread for thread in threads) >= 4
    assert sum("duplicate_of" in thread for thread in threads) >= 3
    assert sum("```" in text for thread in threads for text in said(thread)) >= 15


def test_it_is_another_company_than_the_drawn_one(company, threads):
    everything = "\n".join([str(company), *(text for thread in threads for text in said(thread))]).casefold()
    assert [words for words in f"{DRAWN_PEOPLE}|{DRAWN_WORDS}".casefold().split("|") if words in everything] == []
