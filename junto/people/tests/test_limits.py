"""How often a door may be tried, by account and by address, and what whoever is shut out reads."""

import re
from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.kit.models import Tries
from junto.people.limits import DOORS, Try, forget_tries, network_of
from junto.people.models import OwnerLink
from tests.village import PASSWORD

LOGIN = "/account/login/"
WRONG = "wrong words here"


def sign_in(client, address, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": address, "password": password, **more})


def is_signed_in(client):
    return "_auth_user_id" in client.session


@pytest.fixture
def guess(client):
    def five_times(address):
        for _ in range(5):
            sign_in(client, address, WRONG)

    return five_times


@pytest.mark.parametrize("spelling", ["ada@example.org", " ADA@Example.org"])
def test_guessing_at_one_account_is_stopped_even_for_the_right_password(client, ada, guess, spelling):
    guess(ada.email)
    assert sign_in(client, spelling).status_code == 429
    assert not is_signed_in(client)


def test_guessing_at_an_address_nobody_has_is_stopped_just_so(client, ada, guess):
    guess("nobody@example.org")
    unknown = sign_in(client, "nobody@example.org")
    guess(ada.email)
    known = sign_in(client, ada.email)
    without = re.compile(r'value="[^"]*"')
    assert unknown.status_code == known.status_code == 429
    assert without.sub("", unknown.content.decode()) == without.sub("", known.content.decode())


def test_guessing_at_one_account_goes_on_from_nowhere_else(client, ada, guess):
    guess(ada.email)
    assert client.post(LOGIN, {"login": ada.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7").status_code == 429


def test_the_page_says_when_to_try_again_and_keeps_what_was_typed_but_for_the_password(client, ada, guess):
    guess(ada.email)
    response = sign_in(client, ada.email, "my own right words", next="/people/")
    page = response.content.decode()
    assert "Try again in 5 minutes." in page
    assert 0 < int(response.headers["Retry-After"]) <= 300
    assert f'name="login" value="{ada.email}"' in page
    assert 'name="next" value="/people/"' in page
    assert "my own right words" not in page


def test_the_button_brings_the_form_back_with_what_was_typed(client, ada, guess, time_machine):
    guess(ada.email)
    sign_in(client, ada.email)
    time_machine.move_to(now() + timedelta(minutes=6))
    page = client.post(LOGIN, {"login": ada.email}).content.decode()
    assert f'value="{ada.email}"' in page


def test_after_a_while_it_is_open_again(client, ada, guess, time_machine):
    guess(ada.email)
    time_machine.move_to(now() + timedelta(minutes=6))
    sign_in(client, ada.email)
    assert is_signed_in(client)


def test_whoever_signs_in_often_is_not_shut_out(client, ada):
    for _ in range(8):
        assert sign_in(client, ada.email).status_code == 302
        client.post("/account/logout/")


def test_signing_in_oneself_does_not_clear_what_was_guessed_at_others(client, ada, ben):
    for _ in range(5):
        sign_in(client, ada.email, WRONG)
        sign_in(client, ben.email)
        client.post("/account/logout/")
    assert sign_in(client, ada.email, WRONG).status_code == 429


def test_many_accounts_from_one_address_are_stopped_and_another_address_is_not(client, db, monkeypatch):
    monkeypatch.setitem(DOORS, "sign-in", DOORS["sign-in"].__class__((3, timedelta(minutes=1)), DOORS["sign-in"].by_account))
    answers = [sign_in(client, f"{number}@example.org", WRONG).status_code for number in range(4)]
    assert answers == [200, 200, 200, 429]
    assert client.post(LOGIN, {"login": "5@example.org", "password": WRONG}, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_an_address_that_the_request_makes_up_itself_counts_for_nothing(client, db, monkeypatch):
    monkeypatch.setitem(DOORS, "sign-in", DOORS["sign-in"].__class__((3, timedelta(minutes=1))))
    made_up = [{"x-forwarded-for": f"192.0.2.{number}", "forwarded": f"for=192.0.2.{number}"} for number in range(4)]
    answers = [client.post(LOGIN, {"login": "a@example.org", "password": WRONG}, headers=headers).status_code for headers in made_up]
    assert answers[-1] == 429


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
    ],
)
def test_a_network_of_somebody_counts_as_one_address(one, other, same):
    assert (network_of(one) == network_of(other)) is same


def test_looking_at_a_door_is_no_try(client, db):
    for _ in range(70):
        assert client.get(LOGIN).status_code == 200
    assert not Tries.objects.exists()


def test_every_door_shuts(client, db, monkeypatch):
    for name, door in DOORS.items():
        monkeypatch.setitem(DOORS, name, door.__class__((1, timedelta(minutes=1))))
    doors = [LOGIN, "/account/password/reset/", "/account/password/reset/key/1-x/", "/account/address/x/", "/invitations/x/"]
    doors.append(f"/people/owner/{OwnerLink.make()}/")
    assert [client.post(door).status_code for door in doors] != [429] * len(doors)
    assert [client.post(door).status_code for door in doors] == [429] * len(doors)


def test_nothing_that_is_counted_can_be_read_back(client, ada):
    sign_in(client, ada.email, WRONG)
    kept = " ".join(Tries.objects.values_list("key", flat=True))
    assert ada.email not in kept
    assert "127.0.0.1" not in kept


def test_what_no_longer_counts_is_forgotten(db, time_machine):
    Try("sign-in", "192.0.2.1", "ada@example.org").count()
    forget_tries()
    assert Tries.objects.count() == 2
    time_machine.move_to(now() + timedelta(minutes=6))
    forget_tries()
    assert not Tries.objects.exists()
