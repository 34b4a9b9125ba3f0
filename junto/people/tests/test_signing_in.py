"""Signing in with address and password, and out again."""

import re

import pytest
from django.urls import NoReverseMatch, reverse

from junto.config import settings as real
from junto.people.models import Person
from tests.village import PASSWORD

LOGIN = "/account/login/"


def sign_in(client, address, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": address, "password": password, **more})


def words(response, address):
    """The page without what differs on every page: the form's token and what was typed."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return page.replace(address, "")


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_somebody_signs_in_with_address_and_password(client, ada):
    response = sign_in(client, "ada@example.org")
    assert response.status_code == 302
    assert response.url == "/"
    assert is_signed_in(client)


@pytest.mark.parametrize("typed", ["ADA@example.org", "  ada@EXAMPLE.org "])
def test_capitals_and_blanks_around_the_address_do_not_matter(client, ada, typed):
    sign_in(client, typed)
    assert is_signed_in(client)


def test_a_wrong_password_and_an_address_nobody_has_get_the_same_answer(client, ada):
    known, unknown = sign_in(client, "ada@example.org", "wrong words here"), sign_in(client, "nobody@example.org", "wrong words here")
    assert known.status_code == unknown.status_code == 200
    assert words(known, "ada@example.org") == words(unknown, "nobody@example.org")
    assert "do not go together" in known.content.decode()


def test_as_much_work_is_done_whether_or_not_somebody_has_the_address(client, db, hashing):
    Person.objects.join(name="Ada Okafor", email="ada@example.org", password=PASSWORD)
    Person.objects.join(name="Invited Only", email="invited@example.org")
    ended = Person.objects.join(name="Dora Weiss", email="dora@example.org", password=PASSWORD, is_active=False)
    runs = []
    for address in ("ada@example.org", "nobody@example.org", "invited@example.org", ended.email):
        hashing.runs = 0
        sign_in(client, address, "wrong words here")
        runs.append(hashing.runs)
    assert runs == [1, 1, 1, 1]


def test_the_real_house_hashes_with_argon2_alone():
    assert real.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_an_account_that_was_ended_is_refused_with_a_sentence_after_the_right_password_only(client, dora):
    wrong, unknown = sign_in(client, dora.email, "wrong words here"), sign_in(client, "nobody@example.org", "wrong words here")
    assert words(wrong, dora.email) == words(unknown, "nobody@example.org")
    right = sign_in(client, dora.email)
    assert right.status_code == 403
    assert "This account was ended" in right.content.decode()
    assert not is_signed_in(client)


def test_somebody_an_import_brought_along_cannot_sign_in(client, db):
    Person.objects.join(name="Old Hand")
    sign_in(client, "", "")
    assert not is_signed_in(client)


@pytest.mark.parametrize("inside", ["/people/", "/people/?words=ada", "http://testserver/people/"])
def test_after_sign_in_it_goes_on_where_one_wanted_to_go(client, ada, inside):
    assert sign_in(client, ada.email, next=inside).url == inside


OUTSIDE = [
    "https://example.com/",
    "//example.com/",
    "http://localhost/people/",
    "javascript:alert(1)",
    "\\\\x.org",
    "http:///x.org",
    " //x.org",
]


@pytest.mark.parametrize("outside", OUTSIDE)
def test_after_sign_in_nobody_is_led_out_of_the_house(client, ada, outside):
    assert sign_in(client, ada.email, next=outside).url == "/"


def test_whoever_is_signed_in_already_is_led_on(signed_in, ada):
    assert signed_in(ada).get(LOGIN, {"next": "/people/"}).url == "/people/"


def test_nobody_can_open_an_account_from_outside(client, db):
    for path in ("/account/signup/", "/account/email/", "/account/password/set/", "/account/inactive/", "/account/login/code/confirm/"):
        assert client.get(path).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_link_to_signing_out_asks_first_and_the_button_does_it(signs_in, ada):
    browser = signs_in(ada)
    assert browser.get("/account/logout/").status_code == 200
    assert is_signed_in(browser)
    assert browser.post("/account/logout/").url == LOGIN
    assert not is_signed_in(browser)


HOSTILE = ["\x00", "a" * 5000, "ada@example.org\r\nBcc: x@example.org", "\u202eada@example.org", "'; drop table person;--"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_as_address_gets_a_page(client, ada, typed):
    assert sign_in(client, typed).status_code == 200
    assert sign_in(client, ada.email, typed).status_code == 200
