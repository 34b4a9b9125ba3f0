"""Changing the address one signs in with."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError, transaction

from junto.people.models import Person
from tests.village import PASSWORD

PAGE = "/account/address/"
NEW = "ada.okafor@example.org"


def ask(browser, new=NEW):
    return browser.post(PAGE, {"email": new})


def address_of(person):
    person.refresh_from_db()
    return person.email


def test_sign_in_knows_one_address_of_each_person_from_the_first_day(ada):
    assert list(EmailAddress.objects.values_list("user", "email", "primary")) == [(ada.pk, "ada@example.org", True)]


def test_without_mail_the_address_changes_at_once(client, signs_in, ada):
    assert ask(signs_in(ada), "Ada.Okafor@Example.org").status_code == 302
    assert address_of(ada) == NEW
    assert [row.email for row in EmailAddress.objects.filter(user=ada)] == [NEW]
    client.post("/account/login/", {"login": NEW, "password": PASSWORD})
    assert client.get("/people/me/").status_code == 200


def test_an_address_somebody_else_has_is_refused(signs_in, ada, ben):
    assert ask(signs_in(ada), ben.email).status_code == 200
    assert address_of(ada) == "ada@example.org"


def test_with_mail_the_new_address_is_proved_first_and_the_old_one_is_told(client, mail_works, signs_in, ada, work_done):
    ask(signs_in(ada))
    work_done()
    assert address_of(ada) == "ada@example.org"
    (letter,) = mail.outbox
    assert letter.to == [NEW]
    link = re.search(r"https://junto\.example\.org(/\S+)", letter.body)[1]
    assert client.get(link).status_code == 200
    assert address_of(ada) == "ada@example.org"
    client.post(link)
    work_done()
    assert address_of(ada) == NEW
    assert mail.outbox[-1].to == ["ada@example.org"]
    assert client.get(link).status_code == 404


def test_with_mail_nobody_learns_who_has_an_address(mail_works, signs_in, ada, ben, work_done):
    browser = signs_in(ada)
    free, taken = ask(browser, "free@example.org"), ask(browser, ben.email)
    assert (free.status_code, free.url) == (taken.status_code, taken.url)
    work_done()
    assert [letter.to for letter in mail.outbox] == [["free@example.org"]]


def test_a_link_that_was_made_up_leads_nowhere(client, db):
    assert client.get(f"{PAGE}WzEsImEiXQ:1abc:xyz/").status_code == 404


def test_two_people_never_share_an_address(ada, ben):
    with pytest.raises(IntegrityError), transaction.atomic():
        ben.take_address("ADA@example.org")
    assert address_of(ben) == "ben@example.org"


def test_somebody_an_import_brought_along_claims_their_account(client, db):
    person = Person.objects.join(name="Old Hand")
    assert not EmailAddress.objects.exists()
    person.claim(email="Old.Hand@example.org", password=PASSWORD)
    client.post("/account/login/", {"login": "old.hand@example.org", "password": PASSWORD})
    assert client.get("/people/me/").status_code == 200
