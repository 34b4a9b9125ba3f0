"""A house of the last release moves into this one: on its own kind of database and on the other, with nothing missing and once.

`made-on-*.zip` are backups that the last release made of its own sample company; docs/guides/release.md says how, and when anew.
"""

import json
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from junto.config.serving.preparing import migrate
from junto.kit.backup import restore, rows
from junto.kit.models import Work
from junto.kit.work.worker import work_off
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.models import Document

pytestmark = pytest.mark.django_db(transaction=True)
HERE = Path(__file__).parent
OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}
NEW_AND_OLD = {"django_migrations", "django_content_type", "auth_permission"}
"""Tables that an upgrade adds to."""


def made_on(vendor):
    return HERE / f"made-on-{vendor}.zip"


def manifest_of(path):
    with zipfile.ZipFile(path) as file:
        return json.loads(file.read("manifest.json"))


def counts_here():
    return {model._meta.db_table: model._base_manager.count() for model in apps.get_models(include_auto_created=True)}


def upgrade(path):
    """What the command does."""
    brought = restore(path, replace=True)
    migrate()
    return brought


def assert_nothing_is_missing(path):
    found, kept = counts_here(), manifest_of(path)["database"]["counts"]
    differing = {table: (kept[table], found.get(table)) for table in kept.keys() & found.keys() if kept[table] != found[table]}
    assert differing.keys() <= NEW_AND_OLD
    assert kept["post"] > 700
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_house_of_the_last_release_goes_on_as_before(settings, tmp_path, signed_in):
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "uploads"
    waiting = manifest_of(made_on(connection.vendor))["database"]["counts"]["work"]
    assert upgrade(made_on(connection.vendor)).crossed is False
    assert_nothing_is_missing(made_on(connection.vendor))
    assert Work.objects.count() == waiting > 100

    before = rows.sums("default")
    migrate()
    assert rows.sums("default") == before

    work_off(10_000)
    assert not Work.objects.dead().exists()
    assert Document.objects.filter(subject="thread").count() == Thread.objects.count()
    olga = Person.objects.get(email="olga@example.org")
    assert_pages_open(signed_in(olga), olga)


def assert_pages_open(browser, person):
    thread = Thread.objects.visible_to(person).latest("pk")
    for path in ("/", thread.get_absolute_url(), thread.space.get_absolute_url(), "/people/", "/inbox/", "/people/me/"):
        assert browser.get(path, follow=True).status_code == 200, path
    found = browser.get("/search/", {"words": thread.title}).content.decode()
    assert thread.get_absolute_url() in found
    thread.reply(by=person, source="Still here.")
    assert Post.objects.latest("pk").source == "Still here."


@pytest.mark.dear
def test_it_also_moves_to_the_other_kind_of_database(settings, tmp_path):
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "uploads"
    there = made_on(OTHER[connection.vendor])
    assert upgrade(there).crossed is True
    assert_nothing_is_missing(there)
    newcomer = Person.objects.join(name="Newcomer")
    assert newcomer.pk == Person.objects.exclude(pk=newcomer.pk).latest("pk").pk + 1
