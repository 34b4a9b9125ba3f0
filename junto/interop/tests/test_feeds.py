"""Feeds: what a person's own feed reader finds, right by the rules of Atom, and never more than the person may read at that moment."""

import pytest
from django.test import override_settings

from junto.interop.tests.atom import read
from junto.posts.models import Thread
from tests.queries import queries_of

EVERY = ("space:repairs", "topic:pumps", "everything", "inbox", "search:pressure")


def titles(answer):
    return [entry.title for entry in read(answer).entries]


@pytest.fixture
def feed(address, program, work_done):
    """What a feed of somebody holds now."""

    def of(somebody, subject, **asked):
        path = address(somebody, subject)
        work_done()
        return program.get(path, asked)

    return of


def test_a_question_stands_in_every_feed_it_belongs_to(feed, ada, question, answer):
    for subject in ("space:repairs", "topic:pumps", "everything", "search:pressure overnight"):
        assert titles(feed(ada, subject)) == [question.title], subject
    assert titles(feed(ada, f"thread:{question.pk}")) == [
        "Ben Yılmaz: Look at the check valve: a grain of sand keeps it open. Rinse it with warm…",
        question.title,
    ]
    assert titles(feed(ada, "inbox")) == ["Ben Yılmaz answered “Pump loses pressure overnight”"]


def test_an_entry_says_what_who_when_and_where(feed, ada, question):
    found = read(feed(ada, "space:repairs"))
    assert (found.feed.title, found.feed.language, found.feed.link) == ("Repairs · Junto", "en", "http://testserver/spaces/repairs/")
    [entry] = found.entries
    assert entry.link == f"http://testserver/threads/{question.pk}/"
    assert entry.id == f"tag:testserver,2026:thread/{question.pk}"
    assert entry.author == "Ada Okafor"
    assert entry.content[0].type == "text/html"
    assert "<strong>No leak</strong>" in entry.content[0].value
    assert entry.published == question.opened_at.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_an_answer_an_edit_and_an_acceptance_make_it_newer_and_keep_its_id(feed, ada, ben, question):
    def state():
        [entry] = read(feed(ada, "space:repairs")).entries
        return entry.id, entry.updated_parsed, entry.content[0].value

    def hours_earlier():
        Thread.objects.update(opened_at="2026-01-01T00:00Z", last_activity_at="2026-01-01T00:00Z")

    first = state()
    hours_earlier()
    before = state()
    assert before[1] < first[1]
    answer = question.reply(by=ben, source="The valve.")
    hours_earlier()
    question.posts.get(kind="opening").edit(by=ada, source="It stands still.")
    edited = state()
    answer.accept(by=ada)
    solved = state()
    assert before[1] < edited[1] <= solved[1]
    assert before[0] == edited[0] == solved[0]
    assert "It stands still." in edited[2]
    assert "This solved it, by Ben Yılmaz" in solved[2]


def test_links_in_texts_lead_to_this_house_from_anywhere(feed, ada, ben, question):
    question.reply(by=ada, source=f"See @[Ben](person:{ben.pk}), [this](/threads/{question.pk}/) and https://example.com/a.")
    with override_settings(JUNTO_URL="https://junto.example.org"):
        found = read(feed(ada, f"thread:{question.pk}"))
    html = found.entries[0].content[0].value
    assert f'href="https://junto.example.org/people/{ben.pk}/"' in html
    assert f'href="https://junto.example.org/threads/{question.pk}/"' in html
    assert 'href="https://example.com/a"' in html
    assert 'href="/' not in html
    assert found.feed.link == f"https://junto.example.org/threads/{question.pk}/"


def test_what_somebody_may_no_longer_read_is_gone_at_the_next_fetch(address, program, ada, attic, secret, work_done):
    of_space, of_all, of_search = address(ada, "space:attic"), address(ada, "everything"), address(ada, "search:zebra")
    work_done()
    assert [titles(program.get(path)) for path in (of_space, of_all, of_search)] == [[secret.title], [], [secret.title]]
    attic.membership_of(ada).delete()
    assert program.get(of_space).status_code == 404
    assert titles(program.get(of_search)) == []


def test_deleted_texts_are_gone_and_deleted_threads_lead_nowhere(address, program, ada, ben, cleo, question, answer):
    of_thread, of_space = address(ada, f"thread:{question.pk}"), address(ada, "space:repairs")
    answer.delete_softly(by=ben)
    assert titles(program.get(of_thread)) == [question.title]
    question.delete_softly(by=cleo)
    assert program.get(of_thread).status_code == 404
    assert titles(program.get(of_space)) == []


def test_somebody_who_left_is_not_named(feed, ada, ben, question, answer):
    answer.author = None
    answer.save(update_fields=["author"])
    Thread.objects.update(author=None)
    assert read(feed(ada, "space:repairs")).entries[0].author == "somebody who left"
    assert {entry.author for entry in read(feed(ada, f"thread:{question.pk}")).entries} == {"somebody who left", "Ada Okafor"}


def test_the_inbox_tells_its_lines_and_nothing_that_was_written(feed, ada, answer):
    body = feed(ada, "inbox").content.decode()
    assert "Ben Yılmaz answered" in body
    assert "grain of sand" not in body


def test_a_search_finds_only_what_holds_all_words_and_lists_what_moved_last_first(feed, ada, ben, repairs, question):
    other = Thread.objects.open(repairs, by=ben, title="Pressure of the second pump", source="It is fine.")
    Thread.objects.open(repairs, by=ben, title="Gaskets", source="Of the second pump.")
    assert titles(feed(ada, "search:pressure pump")) == [other.title, question.title]
    assert titles(feed(ada, "search:pressure in:repairs is:unanswered -second")) == [question.title]
    assert titles(feed(ada, "search:in:nowhere pressure")) == []
    assert titles(feed(ada, "search:type:person ada")) == []


def test_hostile_words_stay_words(feed, ada, ben, repairs):
    title = "]]> <script>alert(1)</script> & \x0b\ufffe \U0001f600 &amp; ‮evil"
    thread = Thread.objects.open(repairs, by=ada, title=title, source="<img src=x onerror=alert(1)> ]]> &lt;b&gt; [x](javascript:alert(1))")
    thread.reply(by=ben, source="\u200b\x08<a href='javascript:x'>x</a>")
    Thread.objects.filter(pk=thread.pk).update(title=title)
    for subject in ("space:repairs", f"thread:{thread.pk}", "inbox", "search:<script>"):
        html = "".join(entry.content[0].value for entry in read(feed(ada, subject)).entries if "content" in entry)
        assert "<script" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html
    assert "<script>alert(1)</script>" in titles(feed(ada, "space:repairs"))[0]


def test_a_long_list_goes_on_by_key_and_shows_each_thing_once(address, program, ada, repairs, monkeypatch):
    monkeypatch.setattr("junto.interop.feeds.threads.PART", 3)
    made = [Thread.objects.open(repairs, by=ada, title=f"Question number {number}", source="Why?").title for number in range(7)]
    found, to = [], address(ada, "space:repairs")
    while to:
        part = read(program.get(to))
        found += [entry.title for entry in part.entries]
        to = next((link.href for link in part.feed.links if link.rel == "next"), "")
    assert found == made[::-1]


def test_a_feed_speaks_the_language_of_its_person(feed, ada, answer):
    ada.change_profile(language="de")
    found = read(feed(ada, "inbox"))
    assert found.feed.language == "de"
    assert titles(feed(ada, "inbox")) == ["Ben Yılmaz hat „Pump loses pressure overnight“ beantwortet"]


def test_an_empty_feed_is_a_feed_and_stays_the_same(feed, address, program, ada, repairs):
    for subject in EVERY[:1] + EVERY[2:]:
        assert titles(feed(ada, subject)) == []
    path = address(ada, "everything")
    assert program.get(path).headers["ETag"] == program.get(path).headers["ETag"]


def test_a_topic_that_became_another_name_feeds_on(feed, address, program, ada, olga, question):
    from junto.topics.merging import merge
    from junto.topics.models import Topic

    path = address(ada, "topic:pumps")
    into = Topic.objects.called(["Compressors"])[0]
    merge(Topic.objects.get(slug="pumps"), into, by=olga)
    found = read(program.get(path))
    assert (found.feed.title, [entry.title for entry in found.entries]) == ("Compressors · Junto", [question.title])


def test_ten_things_more_take_no_query_more(address, program, ada, ben, repairs, question, answer, work_done):
    paths = {subject: address(ada, subject) for subject in [*EVERY, f"thread:{question.pk}"]}
    answer.accept(by=ada)

    def asked():
        work_done()
        for path in paths.values():
            program.get(path)
        return {subject: queries_of(lambda path=path: program.get(path)) for subject, path in paths.items()}

    once = asked()
    for number in range(10):
        thread = Thread.objects.open(repairs, by=ada, title=f"More pressure {number}", source="Why?", topics=["pumps"])
        thread.reply(by=ben, source="So.").accept(by=ada)
        question.reply(by=ben, source=f"And {number}.")
    assert asked() == once
    assert max(once.values()) <= 12
