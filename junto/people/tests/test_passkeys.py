"""Passkeys: signing in with one, adding, naming and taking out; and devices that lie."""

import html
import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from junto.people.passkeys import LastWay, do_without_password, take_out_passkey
from junto.people.second_step import ways_of
from junto.people.tests.apps import long_ago
from junto.people.tests.keys import Device
from tests.village import PASSWORD

PAGE, CHALLENGE, SIGN_IN, STEP = "/account/passkeys/", "/account/passkeys/challenge/", "/account/passkeys/sign-in/", "/account/second-step/"


class Browser(Client):
    """A browser at https: passkeys are for nothing else."""

    def __init__(self, **options):
        super().__init__(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0"}, **options)
        self.defaults["wsgi.url_scheme"] = "https"


def options_on(page):
    return json.loads(html.unescape(re.search(r'data-options="([^"]+)"', page)[1]))


def adds(browser, device, name="My phone"):
    return browser.post(PAGE, {"name": name, "credential": device.make(options_on(browser.get(PAGE).content.decode()))})


def challenge(browser):
    return browser.post(CHALLENGE).json()


def signs_in_with(device, browser=None, **more):
    browser = browser or Browser()
    browser.response = browser.post(SIGN_IN, {"credential": device.sign(challenge(browser), **more)})
    return browser


def inside(browser):
    return browser.get("/people/me/").status_code == 200


@pytest.fixture
def here(ada):
    """Ada's browser."""
    browser = Browser()
    browser.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    return browser


@pytest.fixture
def phone(here):
    """Ada's phone with a passkey."""
    device = Device()
    adds(here, device)
    return device


def test_with_the_first_passkey_come_recovery_codes(here, ada):
    answer = adds(here, Device()).content.decode()
    assert len(re.findall(r"<li><code>\d{5} \d{5}</code></li>", answer)) == 10
    assert ways_of(ada).passkeys[0].data["name"] == "My phone"


def test_somebody_signs_in_with_a_passkey_and_types_nothing(phone):
    browser = signs_in_with(phone)
    assert browser.response.url == "/"
    assert inside(browser)


def test_it_leads_where_one_wanted_to_go_and_nowhere_outside(phone):
    browser = Browser()
    assert browser.post(SIGN_IN, {"credential": phone.sign(challenge(browser)), "next": "/people/"}).url == "/people/"
    browser = Browser()
    assert browser.post(SIGN_IN, {"credential": phone.sign(challenge(browser)), "next": "https://example.com/"}).url == "/"


def test_it_works_without_a_password(phone, ada):
    do_without_password(ada)
    assert inside(signs_in_with(phone))
    plain = Client()
    plain.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    assert not inside(plain)


def test_with_a_passkey_the_password_alone_no_longer_lets_anybody_in(phone, ada):
    browser = Browser()
    assert browser.post("/account/login/", {"login": ada.email, "password": PASSWORD}).url == STEP
    assert not inside(browser)
    browser.post(STEP, {"credential": phone.sign(challenge(browser))})
    assert inside(browser)


def test_a_passkey_shows_before_a_dangerous_act_that_it_is_you(phone, ada):
    browser = long_ago(signs_in_with(phone))
    said = {"email": "ada.okafor@example.org", "proof": "1", "proof_credential": phone.sign(challenge(browser))}
    assert browser.post("/account/address/", said).status_code == 302
    ada.refresh_from_db()
    assert ada.email == "ada.okafor@example.org"


def test_that_of_somebody_else_does_not(phone, ada, ben):
    thief = Browser()
    thief.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    mine = Device(number=b"the thief's own key")
    adds(thief, mine)
    browser = long_ago(signs_in_with(phone))
    answer = browser.post("/account/proof/", {"proof": "1", "proof_credential": mine.sign(challenge(browser), person=phone.person)})
    assert answer.status_code == 403


def lies(phone):
    """Devices and answers that are not to be believed, for a challenge."""
    stranger = Device(person=phone.person)
    same_number = Device(person=phone.person, number=phone.number)
    elsewhere = Device(origin="https://evil.example", key=phone.key, number=phone.number, person=phone.person)
    other_house = Device(house="evil.example", key=phone.key, number=phone.number, person=phone.person)
    plain = Device(origin="http://testserver", key=phone.key, number=phone.number, person=phone.person)
    unverified = Device(verifies=False, key=phone.key, number=phone.number, person=phone.person)
    return {
        "a key nobody knows": stranger,
        "another key under a known number": same_number,
        "signed on another site": elsewhere,
        "for another house": other_house,
        "without encryption": plain,
        "without a finger or a code": unverified,
    }


@pytest.mark.parametrize("lie", list(lies(Device())))
def test_nobody_comes_in_with(lie, phone):
    browser = signs_in_with(lies(phone)[lie])
    assert browser.response.status_code == 422
    assert not inside(browser)


def test_an_answer_is_good_once_and_for_the_browser_that_was_asked(phone):
    browser = Browser()
    said = phone.sign(challenge(browser))
    other = Browser()
    challenge(other)
    assert other.post(SIGN_IN, {"credential": said}).status_code == 422
    assert browser.post(SIGN_IN, {"credential": said}).status_code == 302
    browser.post("/account/logout/")
    assert browser.post(SIGN_IN, {"credential": said}).status_code == 422


def test_a_passkey_of_one_person_is_not_that_of_another(phone, ben):
    browser = signs_in_with(phone, person="Mg")
    assert not inside(browser)


HOSTILE = ["", "{}", "[]", "null", "{", '"x"', '{"id": 1}', '{"response": {}}', '{"response": {"userHandle": "____"}}', "9" * 5000, "\x00"]


@pytest.mark.parametrize("said", HOSTILE)
def test_whatever_is_sent_instead_gets_a_page(said, phone):
    browser = Browser()
    challenge(browser)
    assert browser.post(SIGN_IN, {"credential": said}).status_code == 422


@pytest.mark.parametrize("device", [Device(verifies=False), Device(origin="https://evil.example"), Device(house="evil.example")])
def test_a_passkey_that_was_made_wrongly_is_not_taken(here, ada, device):
    assert "could not be made" in adds(here, device).content.decode()
    assert not ways_of(ada).kept


def test_it_is_named_and_taken_out(here, phone, ada):
    (row,) = ways_of(ada).passkeys
    here.post(f"{PAGE}{row.pk}/", {"_method": "PUT", "name": "  Old\nphone "})
    assert ways_of(ada).passkeys[0].data["name"] == "Old phone"
    here.post(f"{PAGE}{row.pk}/", {"_method": "DELETE"})
    assert not Authenticator.objects.exists()
    assert not inside(signs_in_with(phone))


def test_the_last_way_in_cannot_be_taken_out(phone, ada):
    do_without_password(ada)
    with pytest.raises(LastWay):
        take_out_passkey(ada, ways_of(ada).passkeys[0])
    assert inside(signs_in_with(phone))


def test_nobody_does_without_a_password_who_has_no_passkey(here, ada):
    here.post("/account/password/change/", {"_method": "DELETE"})
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_doing_without_a_password_leaves_this_browser_in_and_the_others_out(here, phone, ada):
    there = signs_in_with(phone)
    here.post("/account/password/change/", {"_method": "DELETE"})
    assert inside(here)
    assert not inside(there)


def test_whoever_was_deactivated_is_told_so_and_does_not_come_in(phone, ada, olga):
    ada.deactivate(by=olga)
    browser = signs_in_with(phone)
    assert browser.response.status_code == 403
    assert not inside(browser)


def test_the_house_has_the_name_the_operator_gave_it_and_not_the_one_a_request_claims(here, settings):
    settings.JUNTO_URL = "https://junto.example.org"
    options = here.post(CHALLENGE, headers={"host": "evil.example"}).json()
    assert options["rpId"] == "junto.example.org"


def test_without_script_the_page_says_plainly_what_it_needs(client, db):
    page = client.get("/account/login/").content.decode()
    assert re.search(r'hidden>.*</button>\s*<p class="meta" role="status">Passkeys need JavaScript', page)
