"""Owners ask for a second step; who has none sets one up at the next sign-in, and until then no door is open."""

import html
import json
import re

import pytest
from django.test import Client

from junto.kit.models import FactRecord
from junto.kit.stream import app as stream
from junto.people.models import HouseRules
from junto.people.models.house_rules import Duty
from junto.people.second_step import set_up_app, take_out_all, ways_of
from junto.people.tests.apps import SECRET, code_now, gets_app
from junto.people.tests.keys import Device
from junto.spaces.models import Invitation
from tests.village import PASSWORD

DUTY, SET_UP = "/people/coming-in/second-step/", "/account/set-up/"


@pytest.fixture
def asked_of_everybody(olga):
    gets_app(olga)
    HouseRules.ask_for_second_step(by=olga, of=Duty.EVERYBODY)


@pytest.fixture
def gives_password():
    """A browser in which somebody gave the right password."""

    def browser(somebody, onward="/people/"):
        client = Client()
        client.answer = client.post("/account/login/", {"login": somebody.email, "password": PASSWORD, "next": onward})
        return client

    return browser


def secret_on(answer):
    return re.search(r'class="secret">([A-Z2-7 ]+)<', answer.content.decode())[1].replace(" ", "")


def test_an_owner_who_has_a_second_step_asks_it_of_others(signed_in, olga):
    browser = signed_in(olga)
    refused = browser.post(DUTY, {"of": "everybody"}).content.decode()
    assert "Set up a second step of your own first" in refused
    assert HouseRules.duty() is Duty.NOBODY
    gets_app(olga)
    assert browser.post(DUTY, {"of": "everybody"}).url == "/people/coming-in/"
    assert HouseRules.duty() is Duty.EVERYBODY
    assert FactRecord.objects.filter(kind="SecondStepAsked", by_id=olga.pk, data__of="everybody").exists()
    assert "Everybody" in browser.get("/people/oversight/settings/").content.decode()


def test_who_may_come_in_stays_as_it_was(signed_in, olga):
    gets_app(olga)
    HouseRules.change(by=olga, way="domain", domains=["example.org"])
    signed_in(olga).post(DUTY, {"of": "owners"})
    assert (HouseRules.now().way, HouseRules.now().domains) == ("domain", ("example.org",))


def test_who_has_none_is_led_to_set_one_up_and_no_door_is_open_until_then(asked_of_everybody, gives_password, ada, question):
    browser = gives_password(ada)
    assert browser.answer.url == SET_UP
    for path in ("/", "/people/", f"/threads/{question.pk}/", "/people/me/file/", "/account/sessions/", "/account/app/"):
        assert browser.get(path).status_code == 302, path
    assert browser.post(f"/threads/{question.pk}/posts/", {"text": "In by the window."}).status_code == 401
    assert stream.signed_in(browser.cookies["junto"].value) is None


def test_with_an_app_they_are_in_and_get_recovery_codes(asked_of_everybody, gives_password, ada):
    browser = gives_password(ada, onward="/inbox/")
    page = browser.get(SET_UP)
    assert "This code is not right" in browser.post(SET_UP, {"code": "000000"}).content.decode()
    done = browser.post(SET_UP, {"code": code_now(secret_on(page))}).content.decode()
    assert len(re.findall(r"<li><code>\d{5} \d{5}</code></li>", done)) == 10
    assert 'href="/inbox/"' in done
    assert browser.get("/people/me/").status_code == 200
    assert ways_of(ada).app
    assert gives_password(ada).answer.url == "/account/second-step/"


def test_a_passkey_counts(asked_of_everybody, gives_password, ada):
    browser = gives_password(ada)
    page = html.unescape(browser.get(SET_UP).content.decode())
    options = json.loads(re.search(r'data-options="(\{.*?\})"\s', page)[1])
    browser.post(SET_UP, {"name": "My laptop", "credential": Device(origin="https://testserver").make(options)})
    assert browser.get("/people/me/").status_code == 200
    assert [key.data["name"] for key in ways_of(ada).passkeys] == ["My laptop"]


def test_a_passkey_that_was_not_made_here_lets_nobody_in(asked_of_everybody, gives_password, ada):
    browser = gives_password(ada)
    browser.get(SET_UP)
    answer = browser.post(SET_UP, {"name": "x", "credential": json.dumps({"id": "x"})})
    assert "could not be made" in answer.content.decode()
    assert browser.get("/people/me/").status_code == 302


def test_asked_of_owners_it_is_asked_of_nobody_else(olga, ada, gives_password):
    HouseRules.ask_for_second_step(by=olga, of=Duty.OWNERS)
    assert gives_password(ada).answer.url == "/people/"
    assert gives_password(olga).answer.url == SET_UP


def test_the_last_owner_always_comes_in_again(asked_of_everybody, gives_password, olga):
    """Even when all of it was lost and taken off: the duty asks for a new one, and shuts nobody out."""
    take_out_all(olga, by=olga)
    browser = gives_password(olga)
    browser.post(SET_UP, {"code": code_now(secret_on(browser.get(SET_UP)))})
    assert browser.get(DUTY).status_code == 200


def test_who_comes_in_by_invitation_is_asked_as_well(asked_of_everybody, client, cleo, repairs):
    _, token = Invitation.objects.by_link(by=cleo, space=repairs)
    answer = client.post(f"/invitations/{token}/", {"name": "New Here", "email": "new@example.org", "password": "four lamps in a row"})
    assert answer.url == SET_UP
    assert client.get("/people/me/").status_code == 302


def test_who_set_one_up_elsewhere_meanwhile_has_to_show_it(asked_of_everybody, gives_password, ada):
    browser = gives_password(ada)
    browser.get(SET_UP)
    set_up_app(ada, SECRET)
    assert browser.get(SET_UP).url == "/account/login/"
    assert browser.get("/people/me/").status_code == 302


def test_when_the_duty_was_lifted_meanwhile_they_are_let_in(asked_of_everybody, gives_password, ada, olga):
    browser = gives_password(ada)
    HouseRules.ask_for_second_step(by=olga, of=Duty.NOBODY)
    assert browser.get(SET_UP).url == "/people/"
    assert browser.get("/people/me/").status_code == 200


def test_asked_at_once_who_has_none_is_signed_out_and_nobody_else(signed_in, signs_in, olga, ada, ben):
    for somebody in (olga, ben):
        gets_app(somebody)
    alone, owner = signs_in(ada), signed_in(olga)
    HouseRules.ask_for_second_step(by=olga, of=Duty.NOBODY)
    ben_inside = signed_in(ben)
    owner.post(DUTY, {"of": "everybody", "at_once": "on"})
    assert alone.get("/people/me/").status_code == 302
    assert ben_inside.get("/people/me/").status_code == 200


def test_where_the_provider_alone_signs_people_in_it_is_the_providers_to_ask(only_provider, signed_in, olga):
    assert signed_in(olga).get(DUTY).status_code == 404


def test_without_the_password_there_is_no_such_page(client, db):
    assert client.get(SET_UP).url == "/account/login/"
