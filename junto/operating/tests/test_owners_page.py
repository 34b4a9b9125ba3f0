"""What an owner reads of how this Junto is doing, and what they can do about it."""

import re
from datetime import timedelta

import pytest
from django.test import override_settings

from junto.kit.clock import now
from junto.kit.models import BackupMade, FactRecord, Work
from junto.kit.traces import told
from junto.operating import how_it_is
from junto.operating.checks import backups, disk, outside
from junto.operating.dead_work import KEPT, forget_set_aside
from junto.operating.looking import look_outside
from junto.operating.models import Neighbour, Process, SetAside
from junto.operating.remembered import Remembered
from tests.queries import queries_of

PAGE = "/operating/"


@pytest.fixture(autouse=True)
def forgetful(monkeypatch):
    """Home asks anew each time."""
    monkeypatch.setattr(how_it_is, "needing", Remembered(how_it_is.count_troubles, fresh=0.0, patience=60.0, meanwhile=0))


@pytest.fixture
def owner(signed_in, olga):
    return signed_in(olga)


@pytest.fixture
def good_backup(monkeypatch):
    from junto.operating.finding import well

    monkeypatch.setattr(backups, "finding", lambda: well("backup", "Backup", "Proved."))


def dead(listener="notify.inbox.tell", error="OperationalError in junto/kit/x.py:1 run > junto/notify/inbox.py:7 tell", **more) -> Work:
    return Work.objects.create(listener=listener, run_at=now() - timedelta(hours=1), is_dead=True, tries=8, error=error, **more)


def words(answer) -> str:
    """The text of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2]))


def test_when_everything_is_well_the_page_says_so_and_home_says_nothing(owner, at_work, good_backup):
    assert "Everything is well." in words(owner.get(PAGE))
    assert "needs an owner" not in words(owner.get("/"))


def test_home_says_quietly_that_something_needs_an_owner_and_says_it_to_nobody_else(owner, signed_in, ada, repairs, at_work, good_backup):
    dead()
    assert "One thing about this Junto needs an owner." in words(owner.get("/"))
    repairs.add(owner.get(PAGE).wsgi_request.user)
    assert "One thing about this Junto needs an owner." in words(owner.get("/"))
    assert "needs an owner" not in words(signed_in(ada).get("/"))


def test_dead_work_is_told_in_plain_words_and_nothing_of_its_message_is_shown(owner, at_work):
    try:
        raise ConnectionRefusedError(111, "ada@example.org refused")
    except OSError as error:
        dead("people.letters.send_reset_letter", told(error), arguments={"address": "ada@example.org"})
    dead("gone.in.this.release")
    shown = words(owner.get(PAGE))
    assert "A letter about signing in" in shown
    assert "Another machine did not answer, or refused." in shown
    assert "This release does not know this work any more." in shown
    assert "ada@example.org" not in shown


def test_one_piece_is_tried_again(owner, olga, at_work, work_done):
    work = dead("notify.inbox.tidy")
    other = dead()
    owner.post(f"{PAGE}work/{work.pk}/try/")
    work_done()
    assert list(Work.objects.filter(fact=None)) == [other]
    fact = FactRecord.objects.get(kind="DeadWorkRetried")
    assert (fact.by_id, fact.data) == (olga.pk, {"count": 1})


def test_all_are_tried_again_but_for_what_was_set_aside(owner, at_work):
    works = [dead() for _ in range(3)]
    owner.post(f"{PAGE}work/{works[0].pk}/aside/")
    owner.post(f"{PAGE}work/try/")
    assert [work.is_dead for work in Work.objects.filter(fact=None).order_by("pk")] == [True, False, False]
    assert Work.objects.alive().filter(tries=0, error="").count() >= 2


def test_what_is_set_aside_troubles_nobody_can_be_taken_up_and_is_deleted_after_thirty_days(owner, at_work, good_backup):
    work = dead()
    owner.post(f"{PAGE}work/{work.pk}/aside/")
    assert "Everything is well." in words(owner.get(PAGE))
    owner.post(f"{PAGE}work/{work.pk}/aside/", {"_method": "DELETE"})
    assert "Everything is well." not in words(owner.get(PAGE))
    owner.post(f"{PAGE}work/{work.pk}/aside/")
    SetAside.objects.update(at=now() - KEPT - timedelta(hours=1))
    forget_set_aside()
    assert not Work.objects.filter(pk=work.pk).exists()


def test_setting_all_aside_is_undone_as_one(owner, at_work):
    before = dead()
    owner.post(f"{PAGE}work/{before.pk}/aside/")
    for _ in range(3):
        dead()
    owner.post(f"{PAGE}work/aside/")
    assert SetAside.objects.count() == 4
    undo = re.search(r'formaction="([^"]+undo=[^"]+)"', owner.get(PAGE).content.decode())[1]
    owner.post(undo.replace("&amp;", "&"), {"_method": "DELETE"})
    assert list(SetAside.objects.values_list("work", flat=True)) == [before.pk]


def test_a_piece_somebody_else_has_decided_about_is_not_there_any_more(owner, at_work):
    work = dead()
    owner.post(f"{PAGE}work/{work.pk}/try/")
    assert owner.post(f"{PAGE}work/{work.pk}/try/").status_code == 404


def test_the_page_asks_the_same_however_much_was_given_up_and_however_many_run(owner, at_work):
    first = queries_of(lambda: owner.get(PAGE))
    for number in range(10):
        dead()
        SetAside.objects.create(work=dead(), by=None)
        Process.arrive(f"machine {number}", 1, serves=True, works=False, version="0.1.0")
    assert queries_of(lambda: owner.get(PAGE)) == first


def test_nobody_working_different_releases_and_a_full_disk_are_told(owner, at_work, monkeypatch):
    monkeypatch.setattr(disk, "room", lambda: disk.Room(free=disk.FULL - 1, total=10**10))
    Process.arrive("two", 8, serves=True, works=False, version="0.0.9")
    shown = words(owner.get(PAGE))
    assert "Different releases run side by side." in shown
    assert "200 MB of 10 GB are free." in shown
    at_work.leave()
    assert "Nobody does background work." in words(owner.get(PAGE))


@override_settings(MAIL_WORKS=True, JUNTO_URL="http://testserver")
def test_a_letter_that_failed_last_is_told_until_one_goes_out(owner, at_work):
    Neighbour.keep("mail failed", "refused")
    assert "Nobody listens there. Look at SMTP_HOST" in words(owner.get(PAGE))
    Neighbour.keep("mail sent")
    assert "The last letter went out just now ." in words(owner.get(PAGE))


def test_the_store_and_the_providers_are_tried_aside_and_told(owner, at_work, settings, tmp_path, work_done):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.write_text("a file in the way")
    settings.SIGN_IN_PROVIDERS = [
        {"name": "work", "label": "Work", "issuer": "http://127.0.0.1:9", "client_id": "junto", "client_secret": "x" * 32}
    ]
    owner.post(f"{PAGE}look/")
    assert Work.objects.filter(listener=look_outside.name).exists()
    work_done()
    shown = words(owner.get(PAGE))
    assert "New files cannot be kept." in shown
    assert "Sign-in with Work It could not be reached just now . Nobody listens there." in shown
    assert outside.STORE in Neighbour.objects.values_list("name", flat=True)


def test_from_how_it_is_set_an_owner_comes_to_how_it_is_doing_and_an_auditor_does_not(owner, signed_in, olga, eve):
    eve.make_auditor(by=olga)
    for path in ("/people/oversight/data-protection/", "/people/oversight/settings/"):
        assert f'href="{PAGE}"' in owner.get(path).content.decode()
        assert f'href="{PAGE}"' not in signed_in(eve).get(path).content.decode()


def test_the_last_backup_is_told_and_whether_one_can_rely_on_it(db):
    assert "knows of no backup" in str(backups.finding().says)
    BackupMade.note(made_at=now() - timedelta(days=3), bytes=12_300_000, verified_at=now() - timedelta(days=3))
    assert "12 MB" in str(backups.finding().says)
    assert "have one made every night" in str(backups.finding().do)
    BackupMade.note(made_at=now(), verified_at=now())
    assert backups.finding().is_well
    BackupMade.note(made_at=now(), error="The disk is full.")
    assert "The last try failed" in str(backups.finding().do)
