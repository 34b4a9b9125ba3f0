"""The record of processing says everything that is kept, where it goes and on what ground, and is made from the code itself."""

from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps

from junto.config.env import READ, shown
from junto.kit.clock import now
from junto.kit.facts.fact import KINDS
from junto.kit.models import FactRecord, LastRun
from junto.kit.privacy import Kept
from junto.people.models import LegalBasis
from tests.queries import queries_of

PAGE = "/people/oversight/data-protection/"
BASES = PAGE + "bases/"
NOTHING_ABOUT_ANYBODY = {
    "auth.Group": "not used: parts stand with people and memberships",
    "auth.Group_permissions": "not used",
    "auth.Permission": "names of permissions of the framework",
    "contenttypes.ContentType": "names of tables",
    "account.EmailConfirmation": "not used: addresses are proved by signed links that nobody keeps",
    "kit.LastRun": "when the timetable ran",
    "kit.BackupMade": "when backups were made, and how large they are",
    "kit.ClockSeen": "what the clock said",
    "operating.Process": "which processes run, on which machine",
    "operating.Neighbour": "whether what Junto stands on outside answers",
    "posts.Card": "which post shows which page elsewhere",
    "posts.LinkedPage": "what a page elsewhere says of itself; it goes when no post links to it any more",
    "people.HouseRules": "who may come in",
    "people.LegalBasis": "on what ground data is processed",
    "people.OwnerLink": "the hash of a link, before anybody is here",
    "kit.Tries": "hashes, from which neither address nor network can be read",
    "spaces.Space_topics": "which topics a space is about",
    "topics.Topic": "names of topics",
    "posts.Thread_topics": "which topics a thread is about",
    "posts.HelpedBefore": "a number of a day, cut off from whoever it was",
    "posts.Origin": "where a post was imported from; the name there goes with its author",
    "help.CheckBack": "when a thread's asker is asked whether it worked; it goes with the thread",
    "help.Escalation": "that hosts were told of a thread",
    "help.Need_topics": "which topics a need is about",
    "help.Note_topics": "which topics a note is about",
    "help.OutdatedTold": "up to when readers of an answer were told",
    "help.Review": "when an answer is looked at again",
    "help.Route": "how far a question has come on its way, not to whom",
    "search.KnownModel": "which models texts were placed by",
    "search.Place": "where a document stands for a model; it goes with the document",
    "search.DocumentTopic": "which topics a document is about",
    "search.Rebuild": "how far a rebuild of the index has come",
    "portability.ImportRun": "how far an import has come",
    "mail.Original": "the mail itself, part of the mail it belongs to: read, handed over and erased with it",
    "interop.Delivery": "which thread a webhook was told of, without names or words; what was answered is emptied when anybody leaves",
    "interop.ChatQuestion": "from which chat a thread was asked; it goes with its thread or with the door",
    "digest.Thing": "part of the edition it stands in: read, handed over and erased with it",
    "portability.BrokenRow": "which line of an import could not be read, and why",
}


def read(browser, address=PAGE):
    return unescape(browser.get(address).content.decode())


@pytest.mark.parametrize("address", [PAGE, PAGE + "file/"])
def test_every_kind_of_data_stands_there_with_all_it_promises(signed_in, olga, address):
    words = read(signed_in(olga), address)
    missing = [kept.name for kept in Kept.every() if not all(str(said) in words for said in (kept.what, kept.whose, kept.where))]
    unsaid = [kept.name for kept in Kept.every() if kept.name != "facts" and not all(str(said) in words for said in (kept.why, kept.until))]
    facts = [name for name, kind in KINDS.items() if name not in words or str(kind.why) not in words]
    assert (missing, unsaid, facts) == ([], [], [])


def test_every_table_is_on_the_record_or_holds_nothing_about_anybody():
    recorded = {kept.model._meta.label for kept in Kept.every()}
    every = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert every - recorded - set(NOTHING_ABOUT_ANYBODY) == set(), "declare it in kept.py, or say why it holds nothing about anybody"
    assert not set(NOTHING_ABOUT_ANYBODY) & recorded


def test_the_ground_is_a_suggestion_until_an_owner_chooses(signed_in, olga):
    browser = signed_in(olga)
    assert "a legal basis is only suggested" in read(browser)
    given = {kept.name: "agreement" for kept in Kept.every()}
    assert browser.post(BASES, given).headers["Location"] == PAGE
    words = read(browser)
    assert "only suggested" not in words
    assert words.count("A works agreement (Article 88) – chosen") == len(Kept.every())
    assert FactRecord.objects.get(kind="LegalBasesChosen").by_id == olga.pk


def test_what_is_no_ground_is_not_kept(signed_in, olga):
    given = {kept.name: "because" for kept in Kept.every()}
    assert "Not done yet" in signed_in(olga).post(BASES, given).content.decode()
    assert not LegalBasis.objects.exists()


def test_who_outside_is_handed_something_stands_there_without_secrets(signed_in, olga, settings):
    settings.FETCH = False
    assert "Nobody." in read(signed_in(olga), PAGE + "file/")
    settings.FETCH = True
    assert "wherever links lead" in read(signed_in(olga))
    settings.EMAIL_HOST = "mail.example.org"
    settings.STORAGE = {"endpoint": "https://store.example.org:9000", "key": "the-key", "secret": "the-secret", "bucket": "b"}
    settings.SIGN_IN_PROVIDERS = [
        {"name": "work", "label": "Work", "issuer": "https://id.example.org/realm", "client_secret": "the-secret"}
    ]
    for address in (PAGE, PAGE + "file/"):
        words = read(signed_in(olga), address)
        assert all(host in words for host in ("mail.example.org", "store.example.org", "id.example.org"))
        assert "the-key" not in words
        assert "the-secret" not in words


def test_what_does_not_run_is_seen(signed_in, olga):
    LastRun.objects.create(listener="people.looks.forget_looks", at=now() - timedelta(hours=20))
    assert "Is the worker running?" not in read(signed_in(olga))
    LastRun.objects.update(at=now() - timedelta(days=3))
    assert "Is the worker running?" in read(signed_in(olga))


def test_the_page_asks_as_often_for_much_as_for_little(signed_in, olga, ada):
    browser = signed_in(olga)
    few = queries_of(lambda: browser.get(PAGE))
    for number in range(10):
        ada.change_profile(what_i_do=f"Work {number}")
        LegalBasis.objects.choose({kept.name: "consent" for kept in Kept.every()[:number]}, by=olga)
    assert queries_of(lambda: browser.get(PAGE)) == few


@pytest.mark.parametrize(
    ("name", "given", "seen"),
    [
        ("JUNTO_THREADS", "8", "8"),
        ("JUNTO_THREADS", "", ""),
        ("JUNTO_SECRET_KEY", "abc", None),
        ("SMTP_PASSWORD", "", ""),
        ("JUNTO_OWNER_EMAIL", "olga@example.org", None),
        ("JUNTO_OIDC_WORK_CLIENT_SECRET", "abc", None),
        ("JUNTO_URL", "https://junto.example.org", "https://junto.example.org"),
        ("DATABASE_URL", "postgresql://junto:hush@db.example.org:5432/junto?x=hush", "postgresql://db.example.org:5432"),
        ("DATABASE_URL", "postgresql://junto:hu/sh@db.example.org/junto", None),
        ("STORAGE_URL", "s3://key:hush@store.example.org/bucket", "s3://store.example.org"),
        ("SOME_URLS", "redis://:hush@a,redis://:hush@b", None),
    ],
)
def test_of_a_setting_only_what_is_no_secret_is_shown(name, given, seen):
    assert shown(name, given) == seen


def test_settings_stand_there_and_secrets_do_not(signed_in, olga, monkeypatch):
    monkeypatch.setitem(READ, "JUNTO_LOG", "INFO")
    monkeypatch.setitem(READ, "SMTP_PASSWORD", None)
    words = read(signed_in(olga), "/people/oversight/settings/")
    for expected in ("JUNTO_LOG", "INFO", "SMTP_PASSWORD", "set, and not shown", "JUNTO_SECRET_KEY", "Whoever is invited"):
        assert expected in words
