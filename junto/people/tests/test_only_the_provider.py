"""A house where the organisation's own sign-in is the only one, and proving by letter that an account is one's own."""

import re

import pytest
from django.core import mail
from django.test import Client

from junto.people.models import Identity, OwnerLink, Person
from junto.people.tests.apps import gets_app
from junto.people.tests.provider import (
    NEW,
    back,
    goes,
    inside,
    leads,
    who,
)
from junto.spaces import inviting
from tests.village import PASSWORD


def asks_for_letter(browser, work_done):
    browser.post("/account/linking/letter/")
    work_done()
    return re.search(r"https://junto\.example\.org(/\S+)", mail.outbox[-1].body)[1]


@pytest.fixture
def mailed(mail_works, at_work, client, ada, work_done):
    """The link of the letter, asked for in `client`."""
    to = leads(client).replace("https%3A%2F%2Fjunto.example.org", "http%3A%2F%2Ftestserver")
    client.get(back(leads(client)).removeprefix("https://junto.example.org"))
    assert to
    return asks_for_letter(client, work_done)


DOORS = [
    ("/account/login/", {"login": "ada@example.org", "password": PASSWORD}),
    ("/account/password/reset/", {"email": "ada@example.org"}),
    ("/account/passkeys/sign-in/", {"credential": "{}"}),
    ("/account/passkeys/challenge/", {}),
    ("/account/sign-up/", {"email": "new@example.org"}),
]


@pytest.mark.parametrize(("door", "said"), DOORS)
def test_where_the_provider_alone_signs_in_no_other_door_is_open(client, only_provider, ada, mail_works, door, said):
    assert client.post(door, said).status_code == 404
    assert not inside(client)
    page = client.get("/account/login/").content.decode()
    assert 'type="password"' not in page
    assert "Sign in with Work" in page


def test_nor_is_any_behind_a_link(client, only_provider, signed_in, olga, ada, cleo, repairs, mail_works):
    from junto.people.sign_in_links import sign_in_path
    from junto.people.signing_up import sign_up_path

    assert client.get(sign_in_path(ada)).status_code == client.post(sign_in_path(ada)).status_code == 404
    assert client.post(sign_up_path("new@example.org"), {"name": "N", "password": "three herons"}).status_code == 404
    assert signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").status_code == 404
    for door in ("password/change/", "app/", "codes/", "passkeys/"):
        assert signed_in(ada).get(f"/account/{door}").status_code == 404
    link = f"/invitations/{inviting.invite_by_link(by=cleo, space=repairs, uses=1, days=7, role='member').token}/"
    client.post(link, {"name": "New", "email": "new@example.org", "password": "three herons in the rain"})
    assert not Person.objects.by_email("new@example.org")


def test_there_the_provider_lets_newcomers_in_and_asks_for_no_second_step(client, only_provider, linked, at_work, ada):
    gets_app(ada)
    goes(client)
    assert who(client) == ada
    at_work.person, other = NEW, Client()
    goes(other)
    assert who(other).email == "new@example.org"


def test_there_an_account_that_is_here_is_proved_by_letter(only_provider, mailed, client, ada):
    client.post(mailed)
    assert Identity.objects.get().person == ada


def test_there_the_first_owner_takes_the_keys_with_the_provider(client, at_work, settings):
    settings.SIGN_UP = "provider"
    at_work.person = NEW
    link = f"/people/owner/{OwnerLink.make()}/"
    assert client.post(link, {"name": "Eve", "email": "eve@example.org", "password": "three herons in the rain"}).status_code == 200
    assert not Person.objects.exists()
    goes(client, next=link)
    client.post(link)
    assert who(client).is_owner


@pytest.mark.parametrize(("method", "headers"), [("get", {}), ("head", {}), ("get", {"sec-purpose": "prefetch"})])
def test_who_proves_it_by_letter_links_it_in_the_same_browser_and_no_scanner_does(client, mailed, ada, method, headers):
    getattr(Client(headers=headers), method)(mailed)
    getattr(client, method)(mailed, headers=headers)
    assert Client().post(mailed).status_code == 404
    assert not Identity.objects.exists()
    client.post(mailed)
    assert Identity.objects.get().person == ada
    assert client.post(mailed).status_code == 404
