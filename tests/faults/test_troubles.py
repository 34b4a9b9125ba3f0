"""The disk is full, the database away or held by somebody: a clear page shows what was written, reading goes on, and it mends itself."""

import contextlib
import io
import sqlite3
from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client
from PIL import Image

from junto.kit import troubles
from junto.kit.clock import now
from junto.kit.files.store.disk import Disk
from junto.kit.troubles import Trouble, trouble_of
from junto.kit.work.worker import work_off
from junto.posts.models import Post
from tests.server import remember_proof

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has one lock for everybody")
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL can be away")
WORDS = "Rinse the check valve with warm water. " * 400


@pytest.fixture
def browser(ben):
    """Ben's, which shows what a real one would."""
    client = Client(raise_request_exception=False)
    client.force_login(ben, backend="junto.people.signing_in.Backend")
    remember_proof(client)
    return client


@contextlib.contextmanager
def full_disk():
    """The database can take in nothing more."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA max_page_count = 1")  # less than there are: it stays as large as it is
            yield
            cursor.execute("PRAGMA max_page_count = 1073741823")
        else:
            cursor.execute(NO_ROOM)
            yield
            cursor.execute("DROP FUNCTION no_room CASCADE")


NO_ROOM = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION no_room();
CREATE TRIGGER no_room BEFORE INSERT ON read_position FOR EACH ROW EXECUTE FUNCTION no_room();
"""


def answer(browser, question, words=WORDS):
    return browser.post(f"{question.get_absolute_url()}posts/", {"text": words})


def test_a_full_disk_is_said_plainly_and_what_was_written_is_shown(browser, question):
    with full_disk():
        said = answer(browser, question)
        assert said.status_code == 507
        assert "The disk of this Junto is full" in said.content.decode()
        assert WORDS.strip()[:2000] in said.content.decode()
        assert browser.get(question.get_absolute_url()).status_code == 200
    assert Post.objects.count() == 1
    assert answer(browser, question).status_code == 302
    assert Post.objects.count() == 2


def test_reading_goes_on_though_nothing_can_be_written_down(browser, question, monkeypatch):
    """Also how far one has read, and when one was last here, are left out then."""
    browser.get("/")
    with time_machine.travel(now() + timedelta(hours=1)), nothing_written():
        for path in ("/", question.get_absolute_url(), "/people/", "/inbox/"):
            assert browser.get(path).status_code == 200, path


@contextlib.contextmanager
def nothing_written():
    def refuse(execute, sql, *given):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError("database or disk is full")
        return execute(sql, *given)

    with connection.execute_wrapper(refuse):
        yield


@on_sqlite
def test_a_database_that_somebody_holds_is_said_plainly_and_reading_does_not_wait(browser, question, monkeypatch):
    monkeypatch.setattr(troubles, "BRIEFLY", 0.01)
    with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        with connection.waiting_at_most(0.01):
            said = answer(browser, question)
            assert (said.status_code, said.headers["Retry-After"]) == (503, "10")
            assert "Rinse the check valve" in said.content.decode()
        assert browser.get(question.get_absolute_url()).status_code == 200
        somebody.execute("ROLLBACK")
    assert answer(browser, question).status_code == 302


@on_postgresql
def test_a_database_that_went_away_is_said_plainly_and_found_again(browser, question):
    cut_off()
    said = answer(browser, question)
    assert (said.status_code, said.headers["Retry-After"]) == (503, "30")
    assert "Rinse the check valve" in said.content.decode()
    connection.close()  # as happens after each request; a test keeps its connection
    assert answer(browser, question).status_code == 302
    assert Post.objects.count() == 2


def cut_off():
    """PostgreSQL ends this connection, as it does when it is stopped."""
    import psycopg

    settings = connection.settings_dict
    connection.ensure_connection()
    where = {"dbname": settings["NAME"], "user": settings["USER"], "host": settings["HOST"], "port": settings["PORT"] or None}
    with psycopg.connect(**where) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])


@on_postgresql
def test_what_postgresql_refuses_for_good_is_no_trouble_that_passes(db):
    with pytest.raises(Exception) as refused, connection.cursor() as cursor:  # noqa: PT011 which one, is what is asked here
        cursor.execute("SELECT 1 / 0")
    assert trouble_of(refused.value) is None


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(28, "No space left on device"), Trouble.FULL),
        (OperationalError("database or disk is full"), Trouble.FULL),
        (OperationalError("database is locked"), Trouble.BUSY),
        (OperationalError("unable to open database file"), Trouble.AWAY),
        (OSError(2, "No such file"), None),
        (ValueError("a mistake of ours"), None),
        (None, None),
    ],
    ids=str,
)
def test_troubles_are_told_from_mistakes(error, trouble):
    assert trouble_of(error) is trouble


def picture():
    file = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(file, "PNG")
    file.name, _ = "me.png", file.seek(0)
    return file


def test_a_place_for_files_that_is_away_is_said_plainly_and_found_again(browser, ben, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    browser.post("/people/me/picture/", {"picture": picture(), "focus": "middle"})
    work_off()
    ben.refresh_from_db()
    before = ben.picture
    with monkeypatch.context() as away:
        for verb in ("put", "read"):
            away.setattr(Disk, verb, gone)
        said = browser.post("/people/me/picture/", {"picture": picture(), "focus": "middle"})
        assert "does not answer just now" in said.content.decode()
        shown = browser.get(ben.face)
        assert (shown.status_code, shown.headers["Retry-After"]) == (503, "30")
        assert browser.get("/").status_code == 200
    ben.refresh_from_db()
    assert ben.picture == before
    assert browser.get(ben.face).status_code == 200


def gone(*given, **also):
    raise OSError(28, "No space left on device")
