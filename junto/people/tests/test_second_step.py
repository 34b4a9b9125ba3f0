"""A second step at sign-in: codes from an app, and recovery codes."""

import html
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client, override_settings

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.people.second_step import new_codes, use_code, ways_of
from junto.people.sign_in_links import sign_in_path
from junto.people.tests.apps import SECRET, code_now, gets_app
from tests.village import PASSWORD

STEP = "/account/second-step/"
APP = "/account/app/"
CODES = "/account/codes/"


@pytest.fixture
def codes(ada):
    """Ada's recovery codes; she has an app."""
    return gets_app(ada)


@pytest.fixture
def half_way(client, ada, codes):
    """A browser in which Ada gave her password."""
    assert client.post("/account/login/", {"login": ada.email, "password": PASSWORD, "next": "/people/"}).url == STEP
    return client


def inside(browser):
    return browser.get("/people/me/").status_code == 200


def step(browser, code):
    return browser.post(STEP, {"code": code})


def secret_on(page):
    return re.search(r'class="secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def test_it_is_set_up_with_a_picture_drawn_here_or_the_secret_as_text(signs_in, ada):
    browser = signs_in(ada)
    page = browser.get(APP).content.decode()
    assert re.search(r'<figure class="qr" role="img" aria-label="[^"]+"><svg [^>]+><path d="M', page)
    answer = browser.post(APP, {"code": code_now(secret_on(page))}).content.decode()
    assert len(re.findall(r"<li><code>\d{5} \d{5}</code></li>", answer)) == 10
    assert ways_of(ada).app


def test_the_page_may_be_loaded_again_after_the_picture_was_scanned(signs_in, ada):
    browser = signs_in(ada)
    assert secret_on(browser.get(APP).content.decode()) == secret_on(browser.get(APP).content.decode())


def test_a_wrong_code_sets_nothing_up_and_the_secret_stays(signs_in, ada):
    browser = signs_in(ada)
    secret = secret_on(browser.get(APP).content.decode())
    answer = browser.post(APP, {"code": "000000"}).content.decode()
    assert "This code is not right" in answer
    assert secret_on(answer) == secret
    assert not ways_of(ada).app


def test_the_address_for_the_app_names_the_house_and_the_person(signs_in, ada):
    page = html.unescape(signs_in(ada).get(APP).content.decode())
    assert re.search(r"otpauth://totp/ada%40example\.org\?secret=[A-Z2-7]+&issuer=Junto", page)


def test_the_password_alone_lets_nobody_in(half_way):
    assert not inside(half_way)
    assert half_way.get("/people/").status_code == 302


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_the_code_does_and_leads_where_one_wanted_to_go(half_way, later):
    assert step(half_way, code_now(later=later)).url == "/people/"
    assert inside(half_way)


@pytest.mark.parametrize("wrong", ["000000", "", "12345678901", "abc", "\x00", "١٢٣٤٥٦"])
def test_a_wrong_code_does_not(half_way, wrong):
    assert step(half_way, wrong).status_code == 200
    assert not inside(half_way)


@pytest.mark.parametrize("later", [-2, 2])
def test_nor_does_one_that_is_over_or_not_yet(half_way, later):
    assert step(half_way, code_now(later=later)).status_code == 200


def test_blanks_and_dashes_do_not_matter(half_way):
    code = code_now()
    assert step(half_way, f" {code[:3]} - {code[3:]} ").status_code == 302


def test_a_code_counts_once_as_long_as_it_would_be_good(ada, codes, time_machine):
    time_machine.move_to(now(), tick=False)
    code, before = code_now(), code_now(later=-1)
    assert use_code(ada, code)
    assert not use_code(ada, code)
    assert not use_code(ada, before)
    time_machine.shift(timedelta(seconds=31))
    assert not use_code(ada, code)
    assert use_code(ada, code_now())


def test_each_recovery_code_counts_once(half_way, ada, codes):
    assert step(half_way, codes[0]).status_code == 302
    assert not use_code(ada, codes[0])
    assert ways_of(ada).codes_left == 9


def test_new_recovery_codes_make_the_old_ones_worthless_and_are_shown_once(signs_in, ada, codes):
    browser = Client()
    browser.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    step(browser, codes[0])
    shown = re.findall(r"<code>(\d{5} \d{5})</code>", browser.post(CODES).content.decode())
    assert len(shown) == 10
    assert not use_code(ada, codes[1])
    page = browser.get(CODES).content.decode()
    assert "You have 10 left" in page
    assert not any(code in page for code in shown)
    assert use_code(ada, shown[3])


def test_recovery_codes_alone_are_nothing(signs_in, ada):
    assert signs_in(ada).post(CODES).url == "/account/sessions/"
    assert not ways_of(ada).kept


def test_guessing_codes_is_stopped_and_stays_so_after_the_password_is_given_again(half_way, ada, codes):
    for guess in range(5):
        step(half_way, f"00000{guess}")
    assert step(half_way, code_now()).status_code == 429
    again = Client()
    again.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    assert step(again, codes[0]).status_code == 429


def test_a_link_for_a_new_password_does_not_get_round_the_second_step(client, ada, codes):
    form = client.get(sign_in_path(ada), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "three herons in the rain"})
    assert not inside(client)
    assert step(client, code_now()).status_code == 302
    assert inside(client)


def test_the_step_is_nobodys_without_a_password_before_it(client, ada, codes):
    assert client.get(STEP).url == step(client, code_now()).url == "/account/login/"


def test_whoever_was_deactivated_meanwhile_is_not_let_in(half_way, ada, olga):
    ada.deactivate(by=olga)
    step(half_way, code_now())
    assert not inside(half_way)


def test_the_app_is_taken_out_and_the_codes_go_with_it(signed_in, ada, codes, client):
    signed_in(ada).post(APP, {"_method": "DELETE"})
    assert not Authenticator.objects.exists()
    client.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    assert inside(client)


def test_an_owner_takes_it_off_for_somebody_who_lost_everything_and_it_is_written_down(signed_in, olga, ada, codes, client):
    signed_in(olga).post(f"/people/{ada.pk}/second-step/", {"_method": "DELETE"})
    client.post("/account/login/", {"login": ada.email, "password": PASSWORD})
    assert inside(client)
    assert FactRecord.objects.get(kind="SecondStepTakenOut").by_id == olga.pk


def test_only_owners_see_that_somebody_has_one_and_only_where_there_is_one(signed_in, olga, ada, ben, codes):
    button, account = "/people/{}/second-step/", "/people/{}/account/"
    assert button.format(ada.pk) in signed_in(olga).get(account.format(ada.pk)).content.decode()
    assert button.format(ben.pk) not in signed_in(olga).get(account.format(ben.pk)).content.decode()
    assert signed_in(ben).get(account.format(ada.pk)).status_code == 403


def test_its_person_is_warned_by_letter(mail_works, ada, signed_in, codes, work_done):
    work_done()
    signed_in(ada).post(APP, {"_method": "DELETE"})
    work_done()
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]] * 2
    assert "was changed" in mail.outbox[0].subject


def test_secrets_are_sealed_in_the_database(ada, codes):
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert not any(code in kept for code in codes)


def test_with_another_secret_key_no_code_is_right_rather_than_every(ada, codes):
    with override_settings(SECRET_KEY="another" * 10):
        guesses = [code_now(), codes[0], code_now("AAAAAAAA"), "", "000000"]
        assert [use_code(ada, guess) for guess in guesses] == [False] * 5
        assert ways_of(ada).codes_left == 0


def test_new_codes_are_never_the_same(ada, codes):
    assert not set(codes) & set(new_codes(ada))
