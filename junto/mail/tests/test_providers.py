"""A company that sends the mail tells by its webhook what came back. Only its own word counts, and only when it knows the secret."""

import base64
import json

import pytest

from junto.config.env import WrongSetting
from junto.config.mail_provider import anymail, mail_provider
from junto.mail.models import AddressTrouble, Stop
from junto.mail.tests.conftest import message
from junto.notify.means import Unreachable

SECRET = "s" * 16
BOUNCE = {
    "RecordType": "Bounce",
    "ID": 42,
    "Type": "HardBounce",
    "TypeCode": 1,
    "Email": "ada@example.org",
    "BouncedAt": "2026-11-22T09:00:00Z",
    "Details": "smtp;550 5.1.1 The email account that you tried to reach does not exist",
}


@pytest.fixture
def postmark(settings, monkeypatch):
    """A house whose mail goes out by Postmark."""
    monkeypatch.setenv("MAIL_PROVIDER", "postmark")
    monkeypatch.setenv("MAIL_PROVIDER_KEYS", "SERVER_TOKEN=abc")
    settings.MAIL_PROVIDER, settings.MAIL_REPORTS_SECRET = mail_provider(), SECRET
    settings.ANYMAIL = anymail(settings.MAIL_PROVIDER, SECRET)
    settings.MAIL_CARRIER, settings.EMAIL_BACKEND = settings.MAIL_PROVIDER["backend"], "junto.operating.post.Backend"
    settings.MAIL_WORKS, settings.JUNTO_URL = True, "https://junto.example.org"


@pytest.fixture
def tells(client, db):
    """Posts a report as Postmark does."""

    def post(report, secret=SECRET, provider="postmark"):
        basic = base64.b64encode(f"junto:{secret}".encode()).decode()
        headers = {"authorization": f"Basic {basic}"}
        return client.post(f"/mail/told/{provider}/", json.dumps(report), content_type="application/json", headers=headers).status_code

    return post


def test_a_mail_that_came_back_closes_the_address(postmark, tells, ada, means):
    assert tells(BOUNCE) == 200
    assert not means.reaches(ada)
    assert AddressTrouble.objects.get().status == "554 5.1.1"


def test_mail_reported_as_unwanted_is_sent_no_more(postmark, tells, ada, means):
    assert tells(BOUNCE | {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "TypeCode": 512}) == 200
    assert AddressTrouble.objects.get().kind == AddressTrouble.Kind.COMPLAINED
    assert not means.reaches(ada)


def test_who_unsubscribes_there_is_unsubscribed_here(postmark, tells, ada):
    change = {"RecordType": "SubscriptionChange", "Recipient": ada.email, "SuppressSending": True, "SuppressionReason": "ManualSuppression"}
    assert tells(change | {"ChangedAt": "2026-11-22T09:00:00Z"}) == 200
    assert Stop.objects.stands(ada, "calls")


@pytest.mark.parametrize(
    ("report", "is_closed"),
    [
        ({"Type": "SoftBounce", "TypeCode": 4096, "Details": "smtp;450 4.2.0 later"}, False),
        ({"Type": "Blocked", "TypeCode": 100006, "Details": "smtp;554 5.7.1 listed"}, False),
        ({"Email": "nobody@example.org"}, False),
    ],
)
def test_what_passes_or_is_about_us_or_about_strangers_closes_nothing(postmark, tells, ada, means, report, is_closed):
    assert tells(BOUNCE | report) == 200
    assert means.reaches(ada) is not is_closed


def test_without_the_secret_nothing_is_believed(postmark, tells, ada, means):
    assert tells(BOUNCE, secret="x" * 16) == 400
    assert means.reaches(ada)


def test_there_is_no_such_door_for_another_provider_or_without_a_secret(postmark, tells, settings):
    assert tells(BOUNCE, provider="mailgun") == 404
    settings.MAIL_REPORTS_SECRET = ""
    assert tells(BOUNCE) == 404


def test_nobodys_reading_is_watched(postmark, settings, ada, means, monkeypatch):
    sent = []
    monkeypatch.setattr("anymail.backends.postmark.EmailBackend.post_to_esp", lambda _self, payload, _mail: sent.append(payload.data))
    monkeypatch.setattr("anymail.backends.postmark.EmailBackend.parse_recipient_status", lambda *_: refused_by_the_provider())
    with pytest.raises(Unreachable):
        means.send(ada, [message()], "key")
    assert (sent[0]["TrackOpens"], sent[0]["TrackLinks"]) == (False, "None")
    assert not means.reaches(ada)


def refused_by_the_provider():
    """What Postmark says of an address it takes no mail for."""
    from anymail.message import AnymailRecipientStatus

    return {"ada@example.org": AnymailRecipientStatus(message_id=None, status="rejected")}


def test_what_cannot_be_read_is_said(monkeypatch):
    monkeypatch.setenv("MAIL_PROVIDER", "pigeons")
    with pytest.raises(WrongSetting, match="postmark"):
        mail_provider()
    monkeypatch.setenv("MAIL_PROVIDER_KEYS", "abc")
    with pytest.raises(WrongSetting, match="API_KEY"):
        anymail({"name": "postmark"}, "")
