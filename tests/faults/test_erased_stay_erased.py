"""Whoever left for good does not come back with an older backup."""

import pytest

from junto.kit.backup import keep, restore
from junto.kit.privacy import erased
from junto.people.leaving import leave_for_good
from junto.people.models import Person
from junto.posts.models import Post

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """A data folder and a folder of backups of this test's own."""
    settings.DATA, settings.MEDIA_ROOT, settings.BACKUPS = tmp_path / "data", tmp_path / "data" / "uploads", tmp_path / "backups"
    settings.DATA.mkdir()
    settings.BACKUPS.mkdir()
    return settings.DATA


@pytest.fixture
def kept(tmp_path, answer, ada):
    """A backup in which everybody still is."""
    file = tmp_path / "backups" / "kept.zip"
    keep(file)
    return file


def bring_back(file):
    return erased.erase_again(restore(file, replace=True).left)


@pytest.mark.parametrize(("keep_texts", "left"), [(True, 1), (False, 0)])
def test_an_older_backup_brings_nobody_back_who_left(kept, ben, cleo, work_done, keep_texts, left):
    leave_for_good(ben, by=ben, keep_texts=keep_texts)
    work_done()
    assert bring_back(kept) == 1
    assert not Person.objects.filter(name=ben.name).exists()
    assert Person.objects.filter(name=cleo.name).exists()
    assert Post.objects.filter(source__contains="check valve").count() == left


def test_also_on_another_machine_that_knows_only_the_folder_of_backups(kept, data, ben, work_done):
    leave_for_good(ben, by=ben, keep_texts=True)
    work_done()
    (data / erased.NAME).unlink()
    assert bring_back(kept) == 1
    assert erased.here() == erased.beside(kept.parent)


def test_also_with_nothing_but_a_newer_backup_at_hand(kept, data, tmp_path, ben, work_done):
    leave_for_good(ben, by=ben, keep_texts=True)
    work_done()
    newer = tmp_path / "newer.zip"
    keep(newer)
    for folder in (data, kept.parent):
        (folder / erased.NAME).unlink()
    assert bring_back(newer) == 0
    assert bring_back(kept) == 1


def test_whoever_gets_the_number_of_somebody_who_left_is_not_meant(kept, ben, work_done):
    number = ben.pk
    leave_for_good(ben, by=ben, keep_texts=True)
    work_done()
    newcomer = Person.objects.create(pk=number, name="Newcomer", email="new@example.org")
    assert erased.erase_again(erased.here()) == 0
    assert Person.objects.filter(pk=newcomer.pk).exists()


def test_the_list_tells_nobody_who_it_was_and_outlives_a_line_that_was_cut_off(data, ben, ada):
    erased.remember(ben.pk, keep_texts=True)
    list_ = data / erased.NAME
    assert ben.name not in list_.read_text()
    assert list_.stat().st_mode & 0o077 == 0
    with list_.open("a") as file:
        file.write("0123456789")
    erased.remember(ada.pk, keep_texts=False)
    erased.remember(ada.pk, keep_texts=False)
    assert len(erased.here()) == 2
