"""What machines that watch are told, when things are well and when they are not."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder

from junto.operating import readiness
from junto.operating.checks import disk
from junto.operating.models import Process
from junto.operating.remembered import Remembered
from tests.queries import queries_of

pytestmark = pytest.mark.usefixtures("fresh")


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return settings.MEDIA_ROOT


def ready(client):
    answer = client.get("/health/ready")
    return answer.status_code, answer.json()["checks"]


def test_a_house_that_is_well_is_ready_and_tells_no_more(client, at_work):
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "checks": {"database": True, "work": True, "disk": True, "storage": True}}
    assert answer.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert "Set-Cookie" not in answer.headers


def test_it_is_not_ready_while_a_migration_has_not_run(client, at_work):
    MigrationRecorder.Migration.objects.filter(app="posts").last().delete()
    status, checks = ready(client)
    assert (status, checks["database"]) == (503, False)


def test_it_is_not_ready_while_nobody_works(client, at_work):
    Process.objects.update(seen_at=at_work.seen_at - timedelta(minutes=2))
    assert ready(client) == (503, {"database": True, "work": False, "disk": True, "storage": True})


def test_it_is_not_ready_when_the_disk_is_full(client, at_work, monkeypatch):
    monkeypatch.setattr(disk, "room", lambda: disk.Room(free=50 * disk.MB, total=10_000 * disk.MB))
    assert ready(client)[1] == {"database": True, "work": True, "disk": False, "storage": True}


def test_it_is_not_ready_when_files_cannot_be_kept(client, at_work, uploads):
    uploads.write_text("a file where the folder should be")
    assert ready(client)[1] == {"database": True, "work": True, "disk": True, "storage": False}


def test_it_is_not_ready_without_a_database_and_says_so_calmly(client, at_work, monkeypatch):
    def away():
        raise OperationalError("the database at 10.0.0.7 is away")

    monkeypatch.setattr(readiness.database, "pending", away)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] is False
    assert b"10.0.0.7" not in answer.content


def test_asking_again_and_again_costs_the_database_nothing(client, at_work):
    client.get("/health/ready")
    assert queries_of(lambda: [client.get("/health/ready") for _ in range(5)]) == 0
    assert queries_of(lambda: client.get("/health/live")) == 0


def test_while_an_answer_is_long_in_coming_nobody_waits_with_the_one_who_asked():
    asked, go_on = threading.Event(), threading.Event()

    def slow() -> dict[str, bool]:
        asked.set()
        go_on.wait(5)
        return {"database": True}

    remembered, found = Remembered(slow, fresh=2.0, patience=15.0, meanwhile={"answer": False}), []
    thread = threading.Thread(target=lambda: found.append(remembered.now()))
    thread.start()
    asked.wait(5)
    assert remembered.now() == {"answer": False}
    go_on.set()
    thread.join(5)
    assert found == [{"database": True}]
    assert remembered.now() == {"database": True}


@pytest.mark.parametrize("host", ["10.0.0.7:8000", "evil.example.org", "a b", ""])
def test_a_probe_may_ask_by_any_name_and_gets_the_same(client, at_work, settings, host):
    settings.ALLOWED_HOSTS = ["junto.example.org"]
    answer = client.get("/health/ready", headers={"Host": host})
    assert answer.status_code == 200
    assert host not in answer.content.decode() or not host
    assert "Location" not in answer.headers
    assert client.get("/", headers={"Host": "evil.example.org"}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_a_house_whose_threads_are_all_busy_is_alive(house, monkeypatch):
    busy, go_on = threading.Semaphore(0), threading.Event()

    def stuck(*_):
        busy.release()
        go_on.wait(10)
        return []

    monkeypatch.setattr(house.server.front.pages, "application", stuck)
    threads = house.server.front.pages.threads
    for _ in range(threads._max_workers):
        threads.submit(stuck)
        assert busy.acquire(timeout=5)
    try:
        assert (house.get("/health/live").status, house.get("/health/live").body) == (200, b"alive\n")
    finally:
        go_on.set()


def test_what_is_not_well_is_logged_once_and_not_by_each_who_asks(client, db, caplog):
    for _ in range(3):
        client.get("/health/ready")
    assert [record.getMessage() for record in caplog.records] == ["not ready: work"]
