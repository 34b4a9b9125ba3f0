"""Mail is stopped by one press in a mail program, and by nothing that only looks."""

import pytest
from django.test import Client

from junto.mail.models import Stop
from junto.mail.out.mailing import Calls
from junto.mail.out.stopping import stop_path
from junto.mail.tests.conftest import button_of, message, read

CALLS = Calls.registry["calls"]
SCANNERS = [("get", {}), ("head", {}), ("get", {"sec-purpose": "prefetch"}), ("get", {"user-agent": "LinkScanner/1.0"}), ("options", {})]
ONE_CLICK = {"data": "List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"}


@pytest.fixture
def button(box, means, ada):
    """The address behind the button of ada's mail program."""
    means.send(ada, [message()], "key")
    return button_of(read(box.letters[0]))


def test_the_button_of_a_mail_program_stops_mail_without_session_and_without_a_form(button, means, ada, box):
    program = Client(enforce_csrf_checks=True)
    assert program.post(button, **ONE_CLICK).status_code == 200
    assert program.post(button, **ONE_CLICK).status_code == 200
    assert not means.reaches(ada)
    means.send(ada, [message()], "another key")
    assert len(box.letters) == 1


@pytest.mark.parametrize(("method", "headers"), SCANNERS)
def test_whoever_only_looks_stops_nothing(button, means, ada, method, headers):
    for _ in range(2):
        getattr(Client(headers=headers), method)(button, follow=True)
    assert means.reaches(ada)


def test_the_page_says_what_comes_no_more_and_names_nobody(button, client, ada):
    page = client.get(button).content.decode()
    assert "Mails about what concerns you" in page
    assert ada.name not in page
    assert ada.email not in page


def test_mail_comes_again_from_the_same_page(button, client, means, ada):
    client.post(button)
    assert "Let them come again" in client.get(button).content.decode()
    client.post(button, {"_method": "DELETE"})
    assert means.reaches(ada)


def test_a_made_up_link_leads_nowhere(button, client, means, ada, ben):
    token = stop_path(ben, CALLS).replace(":", "x:")
    for path in (token, "/mail/stop/WzEsImNhbGxzIl0/", f"{button[:-2]}x/"):
        assert client.post(path).status_code == 404
    assert not Stop.objects.exists()


def test_somebody_stops_and_resumes_on_their_own_page(signed_in, means, ada):
    browser = signed_in(ada)
    browser.post("/mail/stops/calls/")
    assert not means.reaches(ada)
    assert "stopped by you" in browser.get("/mail/").content.decode()
    browser.post("/mail/stops/calls/", {"_method": "DELETE"})
    assert means.reaches(ada)
    assert browser.post("/mail/stops/nothing/").status_code == 404
