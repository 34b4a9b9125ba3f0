"""No line of the log says who somebody is or what they wrote, whatever happens, in both formats and at every level."""

import io
import json
import logging
import logging.config
import re
import smtplib
import threading

import pytest
from django.core import mail
from django.db import DataError
from django.test import Client

from junto.kit.models import Work
from junto.kit.request_number import numbered
from junto.kit.traces import told
from junto.operating.logs.setting_up import catch_threads, configuration
from junto.people.models import Person
from junto.posts.models import Thread
from tests.village import PASSWORD

MARK = "zwiebelkuchen"
MARKED = f"{MARK}@example.org"
BOTH = pytest.mark.parametrize(("form", "level"), [("line", "info"), ("line", "debug"), ("json", "info"), ("json", "debug")])


@pytest.fixture
def written():
    """Sets logging up as the house does, and gives what was written."""
    before = {name: (logging.getLogger(name).level, logging.getLogger(name).handlers[:]) for name in ("", "junto", "django.request")}
    there = io.StringIO()

    def begin(form: str, level: str) -> io.StringIO:
        chosen = configuration(level, form)
        chosen["handlers"]["console"]["stream"] = there
        logging.config.dictConfig(chosen)
        return there

    yield begin
    for name, (level, handlers) in before.items():
        logging.getLogger(name).setLevel(level)
        logging.getLogger(name).handlers = handlers


@pytest.fixture
def marked(repairs) -> Person:
    """Somebody whose name, address and words can be recognised."""
    somebody = Person.objects.join(name=f"Ines {MARK}", email=MARKED, password=PASSWORD + MARK)
    repairs.add(somebody)
    return somebody


def fails(kind=DataError):
    """Something that fails with the words of people in its message, its values and its cause."""

    def failing(*args, **kwargs):
        held = f"{MARK} in a value"
        try:
            raise ValueError(held)
        except ValueError as error:
            raise kind(f'Key (email)=({MARKED}) for "{MARK}"') from error

    return failing


def knock_at_the_main_doors(somebody: Person, space) -> None:
    """Signs in wrongly and rightly, writes, searches, invites, looks for what is not there, and sends what cannot be read."""
    browser = Client(raise_request_exception=False, headers={"Referer": f"http://testserver/{MARK}"})
    browser.post("/account/login/", {"login": MARKED, "password": MARK})
    browser.post("/account/login/", {"login": MARKED, "password": PASSWORD + MARK})
    browser.post("/account/password/reset/", {"email": MARKED})
    browser.post("/ask/", {"space": space.slug, "title": f"About {MARK}", "text": f"{MARK} and {MARKED}", "kind": "question"})
    browser.post("/drafts/ask/", {"title": MARK, "text": MARK})
    browser.get(f"/search/?words={MARK}&{MARK}=1")
    browser.post(f"/spaces/{space.slug}/invitations/addresses/", {"addresses": f"new-{MARKED}"})
    browser.get(f"/{MARK}/{MARKED}/")
    browser.get(f"/invitations/{MARK}/?token={MARK}")
    browser.get(f"/account/password/reset/key/1-{MARK}/")
    browser.get("/", headers={"Host": f"{MARK}.example.org, {MARK}"})
    browser.get(f"/stream-{MARK}%00")
    browser.generic("POST", "/ask/", MARK * 200_000, content_type="application/x-www-form-urlencoded")
    browser.generic(MARK.upper(), "/people/", headers={"X-Request-ID": MARK, "User-Agent": MARK, "Cookie": f"junto={MARK}"})
    Client(enforce_csrf_checks=True, raise_request_exception=False).post(f"/account/login/?next=/{MARK}", {"login": MARKED})


@BOTH
def test_no_door_writes_what_people_typed(form, level, written, marked, repairs, work_done, monkeypatch, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    there = written(form, level)
    knock_at_the_main_doors(marked, repairs)
    work_done()
    lines = there.getvalue()
    assert lines.count("\n") >= 14
    assert MARK not in lines.lower()
    assert Thread.objects.filter(title__contains=MARK).exists()
    assert "POST posts:ask" in lines


@BOTH
def test_no_failure_writes_what_it_failed_with(form, level, written, marked, question, work_done, monkeypatch, settings):
    there = written(form, level)
    browser = Client(raise_request_exception=False)
    browser.force_login(marked, backend="junto.people.signing_in.Backend")
    monkeypatch.setattr(Thread, "reply", fails())
    monkeypatch.setattr(mail.EmailMessage, "send", fails(lambda said: smtplib.SMTPRecipientsRefused({MARKED: (550, said.encode())})))
    settings.MAIL_WORKS, settings.JUNTO_URL = True, "http://testserver"
    failed = browser.post(f"/threads/{question.pk}/posts/", {"text": MARK})
    browser.post("/account/password/reset/", {"email": MARKED})
    Work.objects.create(listener="notify.inbox.tidy", arguments={MARK: MARKED}, run_at=question.opened_at)
    Work.objects.create(listener=f"{MARK}.unknown", arguments={"address": MARKED}, run_at=question.opened_at)
    work_done()
    lines = there.getvalue()
    assert failed.status_code == 500
    assert "DataError" in lines
    assert "SMTPRecipientsRefused" in lines
    assert {"KeyError", "TypeError"} <= set(re.findall(r"\w+Error", lines))
    assert MARK not in lines.lower()
    assert not [row.error for row in Work.objects.exclude(error="") if MARK in row.error.lower()]


def test_a_failure_is_told_by_its_kind_its_cause_and_its_place():
    try:
        fails()()
    except DataError as error:
        said = told(error)
    place = r"junto/operating/tests/test_logs\.py:\d+"
    assert re.fullmatch(rf"DataError in {place} \w+ > {place} failing because of ValueError in {place} failing", said)


@BOTH
def test_what_libraries_say_is_written_without_what_they_put_in(form, level, written, db):
    there = written(form, level)
    logging.getLogger("urllib3.connectionpool").debug("GET /%s", MARK)
    logging.getLogger("botocore").warning("sent %(body)s to %(to)s", {"body": MARK, "to": MARKED})
    logging.getLogger("authlib").error(f"no such token {MARK}")
    logging.getLogger("asyncio").error("lost %s\n%5.2f", MARK, 1.0, exc_info=ValueError(MARK))
    logging.getLogger("junto.x").warning("first\nsecond\x1b[31m")
    lines = there.getvalue()
    assert MARK not in lines
    assert "sent … to …" in lines
    assert lines.count("\n") == 4
    assert "\x1b" not in lines


def test_as_json_every_line_is_an_object_with_the_same_fields(written, signed_in, ada):
    there = written("json", "info")
    answer = signed_in(ada).get("/people/")
    line = json.loads(there.getvalue().splitlines()[-1])
    assert line.keys() == {"time", "level", "logger", "message", "request", "route", "status", "ms"}
    assert (line["route"], line["status"], line["request"]) == ("people:directory", 200, answer.headers["X-Request-ID"])


def test_a_thread_that_ends_by_an_error_says_so_without_its_message(written, monkeypatch):
    there = written("line", "warning")
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    catch_threads()
    thread = threading.Thread(target=fails(), name="worker")
    thread.start()
    thread.join()
    assert "a thread ended: worker failed=DataError" in there.getvalue()
    assert MARK not in there.getvalue()


def test_whoever_meets_a_failure_is_given_the_number_under_which_it_is_written_down(written, signed_in, ada, monkeypatch):
    there = written("line", "warning")
    monkeypatch.setattr("junto.pages.views.home.home_of", fails())
    browser = signed_in(ada)
    browser.raise_request_exception = False
    answer = browser.get("/")
    number = answer.headers["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{12}", number)
    assert number in answer.content.decode()
    assert f"request={number}" in there.getvalue()
    assert number not in browser.get("/nowhere/").content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("proxies", "given", "is_taken"),
    [
        ("127.0.0.0/8, 10.0.0.7", "0123abcd-4567", True),
        ("*", "0123abcd-4567", True),
        ("10.0.0.7", "0123abcd-4567", False),
        ("", "0123abcd-4567", False),
        ("127.0.0.1", "ada@example.org", False),
        ("127.0.0.1", "short", False),
    ],
)
def test_a_number_is_taken_from_a_trusted_proxy_only(house, settings, proxies, given, is_taken):
    from junto.config.serving import request_numbers

    settings.PROXIES = proxies
    request_numbers.believed.cache_clear()
    got = house.get("/account/login/", **{"X-Request-ID": given, "X-Forwarded-For": "203.0.113.9"})
    request_numbers.believed.cache_clear()
    assert (got.headers["x-request-id"] == given) is is_taken


def test_numbers_of_requests_do_not_outlive_them():
    with numbered("aaaa") as outer, numbered() as inner:
        assert (outer, len(inner)) == ("aaaa", 12)
