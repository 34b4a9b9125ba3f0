"""Many writers, in threads and in processes: nobody is turned away and nothing is lost."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

ANOTHER_PROCESS = "import sys; from junto.kit.sqlite.tests.test_writers_queue import write; write(sys.argv[1], times=40)"
OPTIONS = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"}


def connect(path, patience=60):
    """A connection to the file, as the settings would make it."""
    settings = {"ENGINE": "junto.kit.sqlite", "NAME": str(path), "OPTIONS": {**OPTIONS, "timeout": patience}}
    return ConnectionHandler({"default": settings})["default"]


@contextmanager
def transaction(connection):
    """The steps of `atomic`, for a connection the settings do not know."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        yield connection.cursor()
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.set_autocommit(True)


def write(path, times):
    """Reads the number and writes one more, as often as told: a lost update would show. The longest wait, in seconds."""
    connection = connect(path)
    longest = 0.0
    for _ in range(times):
        began = time.monotonic()
        with transaction(connection) as cursor:
            longest = max(longest, time.monotonic() - began)
            seen = cursor.execute("SELECT n FROM tally").fetchone()[0]
            cursor.execute("UPDATE tally SET n = %s", [seen + 1])
    connection.close()
    return longest


@pytest.fixture
def file(tmp_path, django_db_blocker):
    """A database file of its own, with one number in it."""
    django_db_blocker.unblock()
    connection = connect(tmp_path / "house.sqlite3")
    with transaction(connection) as cursor:
        cursor.execute("CREATE TABLE tally (n integer)")
        cursor.execute("INSERT INTO tally VALUES (0)")
    connection.close()
    yield tmp_path / "house.sqlite3"
    django_db_blocker.restore()


def tally(path):
    connection = connect(path)
    try:
        return connection.cursor().execute("SELECT n FROM tally").fetchone()[0]
    finally:
        connection.close()


def test_threads_and_processes_write_together_and_every_write_counts(file):
    others = [subprocess.Popen([sys.executable, "-c", ANOTHER_PROCESS, file]) for _ in range(2)]
    with ThreadPoolExecutor(8) as pool:
        longest = max(pool.map(lambda _: write(file, times=40), range(8)))
    assert [other.wait(60) for other in others] == [0, 0]
    assert tally(file) == 10 * 40
    assert longest < 10


def test_a_writer_who_never_pauses_lets_others_in(file):
    done = threading.Event()

    def never_pause():
        connection = connect(file)
        turns = 0
        while not done.is_set():
            with transaction(connection) as cursor:
                cursor.execute("UPDATE tally SET n = n + 1")
            turns += 1
        connection.close()
        return turns

    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(never_pause)
        longest = write(file, times=50)
        done.set()
    assert longest < 2
    assert busy.result() > 0


def test_whoever_waits_too_long_is_told(file):
    holder, hasty = connect(file), connect(file, patience=0.05)
    with transaction(holder), pytest.raises(OperationalError, match="locked"), transaction(hasty):
        pass
    with transaction(hasty) as cursor:
        cursor.execute("UPDATE tally SET n = 7")
    holder.close()
    hasty.close()
    assert tally(file) == 7


def test_a_reader_never_waits_for_a_writer(file):
    writer, reader = connect(file), connect(file, patience=0)
    with transaction(writer) as cursor:
        cursor.execute("UPDATE tally SET n = 1")
        assert reader.cursor().execute("SELECT n FROM tally").fetchone()[0] == 0
    writer.close()
    reader.close()


def test_a_failed_or_abandoned_transaction_gives_its_turn_back(file):
    first, second = connect(file), connect(file, patience=0.05)
    with pytest.raises(OperationalError), transaction(first) as cursor:
        cursor.execute("UPDATE nowhere SET n = 2")
    first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    first.close()
    with transaction(second) as cursor:
        cursor.execute("UPDATE tally SET n = 3")
    second.close()
    assert tally(file) == 3
