"""Where somebody is signed in, and how that ends."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from junto.kit.clock import now
from junto.kit.stream.app import signed_in as hears
from junto.people.sessions import forget_ended_sessions, sessions_of
from tests.queries import queries_of
from tests.village import PASSWORD

PAGE = "/account/sessions/"


def inside(browser):
    return browser.get("/people/me/").status_code == 200


def test_a_person_sees_every_browser_they_are_signed_in_with(signs_in, ada):
    here, _there = signs_in(ada), signs_in(ada)
    page = here.get(PAGE).content.decode()
    assert page.count("Firefox on Linux") == 2
    assert page.count("<p>this browser, signed in") == 1


def test_a_person_signs_out_there_and_stays_here(signs_in, ada):
    here, there = signs_in(ada), signs_in(ada)
    other = next(place for place in sessions_of(ada.pk) if place.session_key == there.session.session_key)
    here.post(f"/account/sessions/{other.pk}/", {"_method": "DELETE"})
    assert inside(here)
    assert not inside(there)


def test_a_person_signs_out_everywhere_else_at_once(signs_in, ada):
    here, one, two = signs_in(ada), signs_in(ada), signs_in(ada)
    here.post("/account/sessions/others/", {"_method": "DELETE"})
    assert [inside(browser) for browser in (here, one, two)] == [True, False, False]


def test_nobody_signs_out_anybody_else(signs_in, ada, ben):
    there = signs_in(ben)
    (place,) = sessions_of(ben.pk)
    assert signs_in(ada).post(f"/account/sessions/{place.pk}/", {"_method": "DELETE"}).status_code == 404
    assert inside(there)


def test_signing_out_takes_the_browser_off_the_list(signs_in, ada):
    signs_in(ada).post("/account/logout/")
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()


def test_the_stream_of_a_session_that_was_ended_is_refused(signs_in, ada):
    here, there = signs_in(ada), signs_in(ada)
    assert hears(there.session.session_key) == ada.pk
    key = there.session.session_key
    here.post("/account/sessions/others/", {"_method": "DELETE"})
    assert hears(key) is None


def test_a_new_password_ends_every_other_session_and_keeps_this_one(signs_in, ada):
    here, there = signs_in(ada), signs_in(ada)
    here.post("/account/password/change/", {"password": "three herons in the rain"})
    assert inside(here)
    assert not inside(there)
    assert inside(signs_in(ada, "three herons in the rain"))
    assert not inside(signs_in(ada))


def test_a_password_everybody_uses_is_refused(signs_in, ada):
    response = signs_in(ada).post("/account/password/change/", {"password": "password1234"})
    assert response.status_code == 200
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


@pytest.mark.parametrize("password", ["Junto-Junto-2024!", "willkommen_99", "Oakfield 12345", "oakfield.JUNTO.1"])
def test_a_password_of_words_everybody_in_the_house_knows_is_refused(signs_in, ada, settings, password):
    settings.JUNTO_URL, settings.PASSWORD_WORDS = "https://learn.oakfield.example", ["Oak Field"]
    signs_in(ada).post("/account/password/change/", {"password": password})
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_sessions_that_have_run_out_are_forgotten_at_night(signs_in, ada, ben):
    signs_in(ada)
    signs_in(ben)
    Session.objects.filter(session_key=sessions_of(ben.pk)[0].session_key).update(expire_date="2020-01-01T00:00:00Z")
    forget_ended_sessions()
    assert [place.user_id for place in UserSession.objects.all()] == [ada.pk]


def test_the_list_asks_as_often_for_one_session_as_for_many(signs_in, ada):
    here = signs_in(ada)
    few = queries_of(lambda: here.get(PAGE))
    for _ in range(10):
        signs_in(ada)
    assert queries_of(lambda: here.get(PAGE)) == few


def test_signing_out_in_one_place_answers_with_the_list_for_htmx(signs_in, ada):
    here, there = signs_in(ada), signs_in(ada)
    other = next(place for place in sessions_of(ada.pk) if place.session_key == there.session.session_key)
    response = here.post(f"/account/sessions/{other.pk}/", {"_method": "DELETE"}, headers={"hx-request": "true"})
    assert 'id="places"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_stranger_sees_no_sessions(db):
    assert Client().get(PAGE).status_code == 302


def test_when_a_browser_was_last_here_is_kept_by_the_quarter_of_an_hour(signs_in, ada, time_machine):
    here, there = signs_in(ada), signs_in(ada)
    before = {place.last_seen_at for place in sessions_of(ada.pk)}
    time_machine.move_to(now() + timedelta(minutes=10))
    there.get("/people/me/")
    assert {place.last_seen_at for place in sessions_of(ada.pk)} == before
    time_machine.move_to(now() + timedelta(minutes=10))
    there.get("/people/me/", REMOTE_ADDR="192.0.2.9")
    newest = sessions_of(ada.pk)[0]
    assert (newest.session_key, newest.ip) == (there.session.session_key, "192.0.2.9")
    assert now() - newest.last_seen_at < timedelta(minutes=1)
    page = here.get(PAGE).content.decode()
    assert "last seen" in page
    assert "this browser" in page
    assert "from 192.0.2.9" in page


def test_reading_on_writes_nothing(signs_in, ada):
    here = signs_in(ada)
    asked = queries_of(lambda: here.get("/people/me/"))
    assert queries_of(lambda: here.get("/people/me/")) == asked


def test_whoever_keeps_coming_stays_signed_in_for_a_season_and_no_longer(signs_in, ada):
    begun, here = now(), signs_in(ada)
    stayed = {}
    for day in (20, 45, 70, 89, 91):
        with time_machine.travel(begun + timedelta(days=day), tick=False):
            stayed[day] = inside(here)
    assert stayed == {20: True, 45: True, 70: True, 89: True, 91: False}


def test_whoever_stays_away_for_a_month_signs_in_again(signs_in, ada):
    begun, here = now(), signs_in(ada)
    with time_machine.travel(begun + timedelta(days=31), tick=False):
        assert not inside(here)
        assert hears(here.session.session_key) is None
