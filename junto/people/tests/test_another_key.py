"""The secret key is changed, and the former one counts a while longer: nobody notices, and soon nothing needs it any more."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import override_settings

from junto.config.doctor import keys
from junto.kit.stream import app as stream
from junto.people.emergency import emergency_path
from junto.people.sealing_anew import seal_anew, sealed_before
from junto.people.second_step import use_code, ways_of
from junto.people.tests.apps import code_now, gets_app

FORMER, NEW = "the key of before " * 3, "the key of now " * 3


@pytest.fixture
def before(settings):
    """Everything that comes first happens with the former key."""
    settings.SECRET_KEY = FORMER


@pytest.fixture
def changed(before, settings):
    """Changes the key."""

    def change(fallbacks=(FORMER,)):
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, list(fallbacks)

    return change


def test_who_is_signed_in_stays_so_in_the_same_session_and_soon_without_the_former_key(changed, signs_in, ada):
    browser = signs_in(ada)
    session = browser.cookies["junto"].value
    changed()
    assert stream.signed_in(session) == ada.pk
    assert browser.get("/people/me/").status_code == 200
    assert browser.cookies["junto"].value == session
    assert UserSession.objects.filter(user=ada, session_key=session).exists()
    changed(fallbacks=())
    assert browser.get("/people/me/").status_code == 200


def test_without_the_former_key_everybody_signs_in_anew(changed, signs_in, ada):
    browser = signs_in(ada)
    changed(fallbacks=())
    assert browser.get("/people/me/").status_code == 302


def test_second_steps_stay_and_are_sealed_anew(changed, ada):
    codes = gets_app(ada)
    changed()
    assert use_code(ada, code_now())
    assert not [finding for finding in keys.examine() if finding.is_well]
    seal_anew()
    assert sealed_before() == 0
    assert [finding for finding in keys.examine() if finding.is_well]
    changed(fallbacks=())
    assert ways_of(ada).codes_left == 10
    assert use_code(ada, codes[0])
    assert use_code(ada, code_now(later=1))


def test_what_no_key_opens_is_left_as_it_is_and_stops_nothing(changed, ada, ben):
    gets_app(ada)
    changed(fallbacks=())
    gets_app(ben)
    seal_anew()
    assert sealed_before() == 2  # her app, and her recovery codes
    with override_settings(SECRET_KEY_FALLBACKS=[FORMER]):
        assert use_code(ada, code_now())


def test_links_that_were_handed_out_before_still_lead_in(changed, client, ada):
    path = emergency_path(ada)
    changed()
    assert client.post(path).status_code == 302
    assert client.get("/people/me/").status_code == 200
