"""Everything can go into another database, as a whole and equal, and the move may be stopped anywhere."""

import pytest
from django.db import DatabaseError, connections

from junto.config import env
from junto.kit.backup import BadBackup, rows
from junto.kit.backup.beside import beside
from junto.kit.backup.move import move
from junto.kit.clock import now
from junto.kit.models import FactRecord, Work
from junto.people.models import Person
from junto.posts.models import Post, Thread

pytestmark = pytest.mark.django_db(transaction=True)
STUMBLING = "Zürich, 東京 🚲\ttab \\N back\\slash"


@pytest.fixture
def lived_in(question, answer, ada, ben, work_done):
    """A house in which something happened, with texts that formats stumble over, and with rows that are gone again."""
    question.reply(by=ben, source=STUMBLING)
    Thread.objects.open(question.space, by=ada, title="Gone again", source="Soon.").delete()
    answer.edit(by=ben, source="Look at the valve.")
    answer.accept(by=ada)
    work_done()
    return question


@pytest.fixture
def empty_sqlite(tmp_path):
    """Settings of a database in a file that is not there yet."""
    return env.database_at(f"sqlite://{tmp_path}/there.sqlite3", tmp_path)


def told_nobody(table, sum_):
    """Nothing."""


def stop_at_posts(table, sum_):
    if table == "post":
        raise KeyboardInterrupt


@pytest.mark.dear
def test_everything_goes_into_another_database_however_often_it_is_stopped_or_done_again(lived_in, empty_sqlite, eve):
    with pytest.raises(KeyboardInterrupt):
        move(empty_sqlite, stop_at_posts)
    with beside(empty_sqlite) as there:
        assert not Person.objects.using(there).exists()

    found, before = move(empty_sqlite, told_nobody)
    assert not before
    assert found == rows.sums("default")
    assert found["post"].rows == Post.objects.count() == 3
    with beside(empty_sqlite) as there:
        assert STUMBLING in Post.objects.using(there).latest("pk").source
        assert rows.sequences(there)["thread"] == rows.sequences("default")["thread"] > Thread.objects.latest("pk").pk
        Work.objects.using(there).create(listener="search.meaning.placing.place", run_at=now())  # as writing the index leaves it

    assert move(empty_sqlite, told_nobody) == (found, True)
    eve.delete()
    with pytest.raises(BadBackup, match="one of the two has changed since"):
        move(empty_sqlite, told_nobody)
    with beside(empty_sqlite) as there:
        assert Person.objects.using(there).filter(name=eve.name).exists()


def test_another_house_is_left_alone(lived_in, empty_sqlite):
    move(empty_sqlite, told_nobody)
    FactRecord.objects.order_by("pk").first().delete()
    with pytest.raises(BadBackup, match="another Junto"):
        move(empty_sqlite, told_nobody)


def test_a_database_of_something_else_is_refused(lived_in, empty_sqlite):
    with beside(empty_sqlite) as there, connections[there].cursor() as cursor:
        cursor.execute("CREATE TABLE somebodys (id int)")
    with pytest.raises(BadBackup, match="something else"):
        move(empty_sqlite, told_nobody)


def test_a_database_that_is_away_is_told_of_as_every_other_trouble_of_databases(tmp_path):
    away = env.database_at("postgresql://nobody@127.0.0.1:9/junto", tmp_path)
    away["OPTIONS"].pop("pool", None)
    with pytest.raises(DatabaseError, match="refused"), beside(away):
        pass


def test_the_commands_keep_a_house_and_carry_it_elsewhere(settled, tmp_path):
    """In one go, because each command starts a whole house."""
    settled.junto("person", "add", "olga@example.org", "--name", "Olga Petrova")
    said = settled.junto("backup", "--gently")
    assert "found whole" in said.stdout, said.stderr
    [file] = (settled.folder / "backups").glob("junto-*.zip")
    assert file.stat().st_mode & 0o077 == (settled.folder / "backups").stat().st_mode & 0o077 == 0

    for is_again in (False, True):
        said = settled.junto("move", f"sqlite://{tmp_path}/there.sqlite3")
        assert ("carried there before" in said.stdout) == is_again, said.stderr
        assert "the same on both sides" in said.stdout
        assert said.stdout.strip().splitlines()[-1].startswith("Done.")
