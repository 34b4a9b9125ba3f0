"""Browsers that want to be called are, sealed, through whoever they named, and through nobody inside."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from joserfc import jwt
from joserfc.jwk import ECKey
from time_machine import travel

from junto.kit.clock import now
from junto.kit.models import Work
from junto.notify.means import Means, Message
from junto.notify.models import InboxItem
from junto.people.sessions import end_sessions
from junto.posts.models import ReadPosition
from junto.push.calling import deliver
from junto.push.models import Device
from junto.push.sealed import public_key
from junto.push.tests.conftest import letters
from tests.village import PASSWORD

DEVICES = "/phone/devices/"


def at_home(somebody, **headers) -> Client:
    """A browser in which they signed in by the form."""
    client = Client(**headers)
    client.post("/account/login/", {"login": somebody.email, "password": PASSWORD})
    return client


@pytest.fixture
def push() -> Means:
    return Means.registry["push"]


@pytest.fixture
def message(ada, answer, work_done) -> Message:
    """What Ada is told of Ben's answer."""
    work_done()
    line = InboxItem.objects.get(person=ada)
    return Message(
        item_id=line.pk,
        notice=line.notice,
        says="Ben Yılmaz answered you",
        because="You asked.",
        url=f"/posts/{answer.pk}/",
        switch="/inbox/",
        at=now(),
        thread_id=line.thread_id,
        post_id=line.post_id,
        title="Pump loses pressure overnight",
    )


@pytest.fixture
def phone(service, ada, message):
    """Ada's phone, which wants to be called: since after Ben's answer, so that nobody but the test calls of it."""
    browser = service.browser("phone")
    assert at_home(ada, HTTP_USER_AGENT="Mozilla/5.0 (Android 14) Firefox/140.0").post(DEVICES, browser.fields).status_code == 204
    return browser


def test_a_call_says_who_did_what_and_only_the_browser_can_read_it(push, service, phone, ada, message, work_done):
    assert push.reaches(ada)
    push.send(ada, [message], "1")
    assert "Pump" not in json.dumps(list(Work.objects.values_list("arguments", flat=True)))
    work_done()
    [(path, headers, body)] = service.came
    told = phone.opened(body)
    assert (path, told["title"], told["body"]) == ("/phone", "Ben Yılmaz answered you", "Pump loses pressure overnight")
    assert (told["url"], told["tag"], told["waits"]) == (message.url, f"thread-{message.thread_id}", 1)
    assert (headers["ttl"], headers["urgency"], headers["content-encoding"]) == ("14400", "normal", "aes128gcm")
    assert not {"Pump", "Ben", "thread"} & set(map(str, headers.values()))
    assert Device.objects.get().called_at


def test_the_service_can_tell_that_this_house_calls(push, service, phone, ada, message, work_done, settings):
    push.send(ada, [message], "1")
    work_done()
    scheme, token, key = service.came[0][1]["authorization"].replace("t=", "").replace("k=", "").replace(",", "").split()
    point = base64.urlsafe_b64decode(key + "=")
    known = ECKey.import_key({"kty": "EC", "crv": "P-256", "x": letters(point[1:33]), "y": letters(point[33:])})
    said = jwt.decode(token, known, algorithms=["ES256"]).claims
    assert (scheme, key, said["aud"]) == ("vapid", public_key(), f"http://{service.host}")
    assert now().timestamp() < said["exp"] <= (now() + timedelta(hours=24)).timestamp()


def test_many_things_at_once_are_one_message(push, service, phone, ada, message, work_done):
    push.send(ada, [message] * 4, "1")
    work_done()
    [told] = [phone.opened(body) for _, _, body in service.came]
    assert (told["title"], told["url"]) == ("4 things concern you", "/inbox/")


@pytest.mark.parametrize("settled", ["seen", "read", "no longer visible", "signed out", "stopped"])
def test_what_is_settled_before_the_call_goes_out_is_not_called(settled, push, service, phone, ada, message, answer, work_done):
    push.send(ada, [message], "1")
    if settled == "seen":
        InboxItem.objects.get(pk=message.item_id).settle()
    elif settled == "read":
        ReadPosition.objects.reach(answer.thread, ada, answer.pk)
    elif settled == "no longer visible":
        InboxItem.objects.filter(pk=message.item_id).delete()
    elif settled == "signed out":
        end_sessions(ada.pk)
    else:
        at_home(ada).post(reverse("push:device", args=[Device.objects.get().pk]), {"_method": "DELETE"})
    work_done()
    assert service.came == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_browser_that_is_gone_is_not_called_again(status, push, service, phone, ada, message, work_done):
    service.says = [status]
    push.send(ada, [message], "1")
    work_done()
    assert not push.reaches(ada)
    assert not Work.objects.filter(listener=deliver.name).exists()


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again_and_then_let_be(status, push, service, phone, ada, message, work_done):
    service.says = [status]
    push.send(ada, [message], "1")
    for minutes in (0, 2, 8, 40, 140, 300):
        with travel(now() + timedelta(minutes=minutes), tick=False):
            work_done()
    assert len(service.came) == 5
    assert not Work.objects.filter(listener=deliver.name).exists()
    assert push.reaches(ada)


HOSTILE = [
    "http://127.0.0.1:9/x",
    "https://127.0.0.1/x",
    "https://10.0.0.1/x",
    "https://[::1]/x",
    "https://localhost/x",
    "ftp://x.example.org/",
    "x",
]


@pytest.mark.parametrize(
    "endpoint", [*HOSTILE, "http://push.example.org/x", "https://push.example.org:8443/x", "https://a@push.example.org/"]
)
def test_an_address_that_leads_inside_or_is_unprotected_is_refused(endpoint, service, ada):
    fields = service.browser("x").fields | {"endpoint": endpoint}
    assert at_home(ada).post(DEVICES, fields).status_code == 422
    assert Device.objects.count() == 0


def test_a_name_that_turned_inside_later_is_not_connected_to(push, service, phone, ada, message, work_done, settings):
    settings.PUSH_INSIDE = []
    push.send(ada, [message], "1")
    work_done()
    assert service.came == []
    assert not push.reaches(ada)


@pytest.mark.parametrize("wrong", [{"p256dh": "AAAA"}, {"p256dh": "BA" + "A" * 85}, {"auth": "x"}, {"auth": "ü" * 22}, {"endpoint": ""}])
def test_keys_that_are_none_are_refused(wrong, service, ada):
    assert at_home(ada).post(DEVICES, service.browser("x").fields | wrong).status_code == 422


def test_a_browser_listens_for_one_person_and_until_they_sign_out(push, service, phone, ada, ben):
    client = at_home(ben)
    assert client.post(DEVICES, phone.fields).status_code == 204
    assert (push.reaches(ada), push.reaches(ben)) == (False, True)
    client.post("/account/logout/")
    assert not push.reaches(ben)
    assert UserSession.objects.filter(user=ada).exists()


def test_what_a_backup_holds_calls_nobody(service, phone):
    kept = Device.objects.get()
    assert phone.endpoint not in kept.sealed
    assert phone.fields["auth"] not in kept.sealed


def test_with_another_secret_key_browsers_are_asked_anew(push, service, phone, ada, message, work_done, settings):
    former = public_key()
    settings.SECRET_KEY = "another secret key of this house"
    assert public_key() != former
    push.send(ada, [message], "1")
    work_done()
    assert (service.came, push.reaches(ada)) == ([], False)


def test_while_the_former_secret_key_counts_a_browser_is_called_by_the_one_it_knows(
    push, service, phone, ada, message, work_done, another_key
):
    known = public_key()
    another_key()
    push.send(ada, [message], "1")
    work_done()
    assert service.came[0][1]["authorization"].endswith(f"k={known}")
    assert public_key() != known


def test_a_house_that_wants_none_of_it_offers_none(push, ada, settings):
    settings.PUSH = False
    assert not push.is_there()
    assert at_home(ada).get(DEVICES).status_code == 404
    assert "Tell me on this device" not in at_home(ada).get("/phone/").content.decode()


def test_the_worker_learns_what_still_waits(ada, message, signed_in):
    told = signed_in(ada).get("/phone/waiting/").json()
    assert told == {"waits": 1, "tags": [f"thread-{message.thread_id}"]}


def test_an_answer_reaches_the_phone_of_whoever_asked_within_a_minute_on_a_working_day(service, ada, question, ben, work_done):
    browser = service.browser("phone")
    with travel(datetime(2026, 11, 24, 10, tzinfo=UTC), tick=False) as clock:
        at_home(ada).post(DEVICES, browser.fields)
        question.reply(by=ben, source="Look at the check valve.")
        work_done()
        clock.shift(timedelta(minutes=1))
        work_done()
    [told] = [browser.opened(body) for _, _, body in service.came]
    assert (told["body"], told["tag"]) == (question.title, f"thread-{question.pk}")
