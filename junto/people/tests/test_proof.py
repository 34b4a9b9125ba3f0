"""Dangerous acts ask once more who somebody is, and lose nothing that was written."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from junto.kit.clock import now
from junto.people.models import Person
from junto.people.tests.apps import code_now, gets_app, long_ago
from tests.village import PASSWORD

WRONG = "wrong words here"
LOOKED_AT = [
    "/account/password/change/",
    "/account/address/",
    "/account/app/",
    "/account/codes/",
    "/people/me/file/",
    "/people/me/erasure/",
]
DONE = {
    "/account/password/change/": {"password": "three herons in the rain"},
    "/account/address/": {"email": "new@example.org"},
    "/account/app/": {"_method": "DELETE"},
    "/account/codes/": {},
    "/people/me/erasure/": {"texts": "keep"},
}
OF_OWNERS = {"ownership": {}, "sign-in-link": {}, "second-step": {"_method": "DELETE"}, "erasure": {"texts": "keep"}}


def fields_of(page):
    """What the page that asks carries along."""
    return dict(re.findall(r'<input type="hidden" name="(?!csrf)(\w+)" value="([^"]*)">', page))


@pytest.fixture
def browser(signed_in, ada):
    return long_ago(signed_in(ada))


@pytest.mark.parametrize("address", LOOKED_AT)
def test_a_page_of_a_dangerous_act_asks_first_and_opens_then(browser, address):
    asked = browser.get(address)
    assert asked.url == f"/account/proof/?next={address.replace('/', '%2F')}"
    answer = browser.post(asked.url, {"proof": "1", "next": address, "proof_password": PASSWORD})
    assert answer.url == address


@pytest.mark.parametrize("address", DONE)
def test_a_form_of_a_dangerous_act_changes_nothing_before_that(browser, ada, address):
    before = Person.objects.values().get(pk=ada.pk)
    asked = browser.post(address, DONE[address])
    assert asked.status_code == 403
    assert "Is it you?" in asked.content.decode()
    assert Person.objects.values().get(pk=ada.pk) == before


@pytest.mark.parametrize("act", OF_OWNERS)
def test_so_do_those_of_owners(signed_in, olga, ada, act):
    browser = long_ago(signed_in(olga))
    asked = browser.post(f"/people/{ada.pk}/{act}/", OF_OWNERS[act])
    assert asked.status_code == 403
    assert "Is it you?" in asked.content.decode()
    ada.refresh_from_db()
    assert ada.is_active
    assert not ada.is_owner


def test_what_was_written_goes_on_from_there(browser, ada):
    asked = browser.post("/account/address/", {"email": "ada.okafor@example.org"})
    kept = fields_of(asked.content.decode())
    assert kept["email"] == "ada.okafor@example.org"
    browser.post("/account/address/", {**kept, "proof_password": PASSWORD})
    ada.refresh_from_db()
    assert ada.email == "ada.okafor@example.org"


def test_it_is_kept_over_a_wrong_password_too(browser):
    kept = fields_of(browser.post("/account/address/", {"email": "ada.okafor@example.org"}).content.decode())
    again = browser.post("/account/address/", {**kept, "proof_password": WRONG}).content.decode()
    assert "This is not your password" in again
    assert fields_of(again) == kept


def test_a_verb_that_is_meant_by_a_form_is_kept(signed_in, olga, ada):
    ada.make_owner(by=olga)
    browser = long_ago(signed_in(olga))
    kept = fields_of(browser.post(f"/people/{ada.pk}/ownership/", {"_method": "DELETE"}).content.decode())
    browser.post(f"/people/{ada.pk}/ownership/", {**kept, "proof_password": PASSWORD})
    ada.refresh_from_db()
    assert not ada.is_owner


def test_a_password_that_was_chosen_is_not_written_into_the_page(browser):
    asked = browser.post("/account/password/change/", {"password": "three herons in the rain"}).content.decode()
    assert "three herons" not in asked


def test_a_code_is_as_good_as_the_password(browser, ada):
    gets_app(ada)
    answer = browser.post("/account/proof/", {"proof": "1", "next": "/account/address/", "proof_code": code_now()})
    assert answer.url == "/account/address/"
    assert browser.get("/account/address/").status_code == 200


@pytest.mark.parametrize(
    "given", [{}, {"proof_password": WRONG}, {"proof_code": "000000"}, {"proof_password": WRONG, "proof_code": "000000"}]
)
def test_anything_else_is_not(browser, ada, given):
    gets_app(ada)
    browser.post("/account/proof/", {"proof": "1", **given})
    assert browser.get("/account/address/").status_code == 302


def test_it_holds_for_some_minutes(signs_in, ada, time_machine):
    browser = signs_in(ada)
    assert browser.get("/account/address/").status_code == 200
    time_machine.move_to(now() + timedelta(minutes=6))
    assert browser.get("/account/address/").status_code == 302


def test_it_holds_for_this_browser_only(browser, signs_in, ada):
    signs_in(ada)
    assert browser.get("/account/address/").status_code == 302


def test_guessing_is_stopped_and_what_was_written_is_kept(browser, ada):
    said = {"email": "ada.okafor@example.org", "proof": "1"}
    for _ in range(5):
        browser.post("/account/address/", {**said, "proof_password": WRONG})
    stopped = browser.post("/account/address/", {**said, "proof_password": PASSWORD})
    assert stopped.status_code == 429
    assert fields_of(stopped.content.decode()) == {"email": "ada.okafor@example.org"}


@pytest.mark.parametrize("outside", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_nobody_is_led_out_of_the_house(browser, outside):
    assert browser.post("/account/proof/", {"proof": "1", "next": outside, "proof_password": PASSWORD}).url == "/account/sessions/"


def test_a_forged_form_proves_nothing(signed_in, ada):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = long_ago(signed_in(ada)).cookies
    assert strict.post("/account/proof/", {"proof": "1", "proof_password": PASSWORD}).status_code == 403
    assert strict.get("/account/address/").status_code == 302


def test_who_is_no_owner_is_not_even_asked(signed_in, ada, ben):
    assert "Is it you?" not in long_ago(signed_in(ada)).post(f"/people/{ben.pk}/ownership/").content.decode()
