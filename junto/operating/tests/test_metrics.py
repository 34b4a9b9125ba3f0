"""What Prometheus is told, and that nobody else is."""

import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import OperationalError

from junto.kit.clock import now
from junto.kit.fetch import PAGE, PICTURE, NotFetched, fetch
from junto.kit.fetch.tests.web import PAGE_HTML, web
from junto.kit.fetch.tests.web import answer as answer_of
from junto.kit.models import FactRecord, StreamEvent, Work
from junto.kit.stream import hub as hubs
from junto.kit.stream.app import hub
from junto.kit.stream.hub import Client
from junto.operating.figures import instruments as counted
from junto.operating.figures import standing
from junto.operating.remembered import Remembered
from tests.loops import run_async
from tests.queries import queries_of

TOKEN = "a word for those who watch"
ASIDE = "from junto.operating.figures.instruments import instruments; instruments().request('aside', 200, 0.5, 0.1)"


@pytest.fixture(autouse=True)
def on(settings, monkeypatch):
    settings.METRICS_TOKEN = TOKEN
    for name, ask, meanwhile in (("standing", standing.look, standing.Standing()), ("counts", standing.count, {})):
        monkeypatch.setattr(standing, name, Remembered(ask, fresh=60.0, patience=60.0, meanwhile=meanwhile))


def scrape(client) -> dict[tuple[str, ...], float]:
    """Every figure by its name and the values of its labels."""
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    from prometheus_client.parser import text_string_to_metric_families  # once the house has said where to count

    families = text_string_to_metric_families(answer.content.decode())
    return {(sample.name, *sample.labels.values()): sample.value for family in families for sample in family.samples}


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer ä"])
def test_without_the_token_there_is_nothing_here(client, db, given):
    assert client.get("/metrics", headers={"Authorization": given} if given else {}).status_code == 404


def test_there_is_nothing_while_no_token_is_set(client, db, settings):
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_answers_are_counted_by_the_name_of_their_route_and_never_by_their_address(client, signed_in, ada, question):
    before = scrape(client)
    browser = signed_in(ada)
    for path in (f"/threads/{question.pk}/?name=ada", "/threads/999999/", f"/nobody/{ada.name}/"):
        browser.get(path)
    found = scrape(client)
    for route, status in (("posts:thread", "2xx"), ("posts:thread", "4xx"), ("none", "4xx")):
        key = ("junto_requests_total", route, status)
        assert found[key] == before.get(key, 0) + 1
    assert found["junto_request_seconds_count", "posts:thread"] == before.get(("junto_request_seconds_count", "posts:thread"), 0) + 2
    assert found["junto_request_database_seconds_total", "posts:thread"] > 0
    assert not [key for key in found if ada.name in key or "/threads/" in "".join(key)]


def test_the_queue_is_told_by_listener(client, at_work):
    due = now() - timedelta(minutes=5)
    Work.objects.create(listener="notify.inbox.tell", run_at=due)
    Work.objects.create(listener="notify.inbox.tell", run_at=due, tries=2)
    Work.objects.create(listener="notify.inbox.tidy", run_at=now() + timedelta(hours=5))
    Work.objects.create(listener="somebody@example.org", run_at=due, is_dead=True, tries=8)
    found = scrape(client)
    assert found["junto_work_waiting", "notify.inbox.tell"] == 2
    assert found["junto_work_failing", "notify.inbox.tell"] == 1
    assert 299 < found["junto_work_oldest_seconds", "notify.inbox.tell"] < 330
    assert (found["junto_work_waiting", "notify.inbox.tidy"], found["junto_work_dead", "unknown"]) == (0, 1)
    assert (found["junto_processes", "serves"], found["junto_processes", "works"]) == (1, 1)


def test_it_says_how_much_there_is_and_what_runs(client, answer):
    found = scrape(client)
    assert (found["junto_people",], found["junto_threads",], found["junto_posts",], found["junto_database_up",]) == (3, 1, 2, 1)
    assert found["junto_disk_free_bytes",] > 0
    assert [key for key in found if key[0] == "junto_info"]
    assert [value for key, value in found.items() if key[0] == "junto_process_memory_bytes"][0] > 10_000_000
    assert [value for key, value in found.items() if key[0] == "junto_process_cpu_seconds_total"][0] > 0


def test_what_stands_is_asked_for_once_in_a_while(client, question):
    scrape(client)
    assert queries_of(lambda: scrape(client)) == 0


def test_without_a_database_the_other_figures_still_come(client, db, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(standing, "queue", away)
    found = scrape(client)
    assert found["junto_database_up",] == 0
    assert found["junto_disk_free_bytes",] > 0


def test_any_process_tells_what_all_of_this_machine_counted_and_what_ended_stays_counted(client, db, settings):
    before = scrape(client).get(("junto_requests_total", "aside", "2xx"), 0)
    words = [sys.executable, "-c", f"import django; django.setup(); {ASIDE}"]
    house = {"JUNTO_DATA": str(settings.DATA), "DJANGO_SETTINGS_MODULE": "junto.config.settings"}
    subprocess.run(words, check=True, timeout=60, env=house)
    assert scrape(client)["junto_requests_total", "aside", "2xx"] == before + 1


def test_open_pages_and_what_they_were_told_are_counted(client, db, monkeypatch):
    before = scrape(client)
    ear = Client(person=7, session="", topics=frozenset(["thread:1"]))
    monkeypatch.setattr(hubs, "may_see", lambda topic, people: set(people))
    monkeypatch.setattr(hub, "clients", {ear})
    monkeypatch.setitem(hub._by_topic, "thread:1", {ear})
    run_async(hub._tell(StreamEvent(seq=1, topic="thread:1", fact=FactRecord(kind="PostWritten"))))
    found = scrape(client)
    assert found["junto_stream_deliveries_total",] == before["junto_stream_deliveries_total",] + 1
    assert found["junto_stream_clients",] >= 1


def test_asking_the_outside_web_is_counted_by_how_it_ended_and_never_by_address(client, db, settings):
    before, settings.FETCH = scrape(client), True
    with web() as site:
        settings.FETCH_INSIDE, there = [site.host], site.at("/a", answer_of(PAGE_HTML))
        for address, wanted in ((there, PAGE), (f"{there}/none", PAGE), (there, PICTURE)):
            with suppress(NotFetched):
                fetch(address, wanted=wanted, most=1_000)
    found = scrape(client)
    for outcome in ("fetched", "said_no", "wrong_kind"):
        assert found["junto_fetches_total", outcome] == before.get(("junto_fetches_total", outcome), 0) + 1
    assert not [key for key in found if site.host in "".join(key)]


def test_counting_begins_anew_when_nobody_counts_any_more(tmp_path, monkeypatch):
    ended = tmp_path / "counter_4194999.db"
    ended.write_bytes(b"of a process that ended")
    counted._make_place(tmp_path)
    assert not ended.exists()
    ended.write_bytes(b"of a process that ended")
    (tmp_path / "counter_1.db").write_bytes(b"of a process that runs")
    counted._make_place(tmp_path)
    assert ended.exists()
