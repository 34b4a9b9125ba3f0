"""A forgotten password: by letter where mail works, otherwise by a link an owner hands over."""

import re

import pytest
from django.core import mail

from junto.kit.models import FactRecord, Work
from junto.people.models import Person
from tests.queries import queries_of
from tests.village import PASSWORD

RESET = "/account/password/reset/"
NEW = "three herons in the rain"


def opened(client, link):
    """Opens a link and follows it to its form."""
    return client.get(link, follow=True)


def choose(client, link, password=NEW):
    form = opened(client, link)
    return client.post(form.request["PATH_INFO"], {"password1": password})


def link_in(letter):
    return re.search(r"https://junto\.example\.org(/\S+)", letter.body)[1]


def test_without_mail_the_page_says_who_can_help_and_looks_nobody_up(client, ada):
    for response in (client.get(RESET), client.post(RESET, {"email": ada.email}), client.post(RESET, {"email": "nobody@example.org"})):
        assert "Ask an owner" in response.content.decode()
    assert not Work.objects.filter(fact=None).exists()


def test_the_letter_brings_a_link_that_works_once(client, mail_works, ada, work_done):
    client.post(RESET, {"email": " ADA@example.org"})
    work_done()
    (letter,) = mail.outbox
    assert letter.to == ["ada@example.org"]
    assert choose(client, link_in(letter)).status_code == 302
    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert client.get("/people/me/").status_code == 200
    assert "no longer works" in opened(client, link_in(letter)).content.decode()


def test_asking_is_the_same_work_and_the_same_answer_whether_or_not_somebody_has_the_address(client, mail_works, ada, dora, hashing):
    pages, work = [], []
    client.post(RESET, {"email": "first@example.org"})  # whoever comes first from an address is counted anew
    for address in (ada.email, "nobody@example.org", dora.email):
        work.append((queries_of(lambda address=address: client.post(RESET, {"email": address})), hashing.runs))
        pages.append(without_token(client.get("/account/password/reset/done/")))
    assert work[0] == work[1] == work[2]
    assert pages[0] == pages[1] == pages[2]
    assert Work.objects.filter(listener="people.letters.send_reset_letter").count() == 4


def without_token(answer):
    """The form for the language holds a token that is another in every answer."""
    page, masked = re.subn(r'(name="csrfmiddlewaretoken" value=")\w{64}"', r'\1TOKEN"', answer.content.decode())
    assert masked == 1
    return page


def test_nobody_gets_a_letter_for_an_address_without_an_account(client, mail_works, dora, work_done):
    client.post(RESET, {"email": "nobody@example.org"})
    client.post(RESET, {"email": dora.email})
    work_done()
    assert mail.outbox == []
    assert not Work.objects.exists()


def test_the_link_leads_to_the_house_and_never_where_the_request_pretended_to_come_from(client, mail_works, ada, work_done):
    client.post(RESET, {"email": ada.email}, headers={"host": "evil.example.com"})
    work_done()
    assert "evil" not in mail.outbox[0].body


def test_an_owner_hands_over_a_link_that_is_shown_once_and_written_down(client, signed_in, olga, ada):
    page = signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").content.decode()
    link = re.search(r'<junto-copy .*value="http://testserver(/account/\S+)"', page)[1]
    assert choose(client, link).status_code == 302
    assert client.get("/people/me/").status_code == 200
    fact = FactRecord.objects.get(kind="SignInLinkMade")
    assert (fact.by_id, fact.data["person_id"]) == (olga.pk, ada.pk)


def test_a_link_that_was_handed_over_ends_when_the_person_signs_in_after_all(client, signed_in, signs_in, olga, ada):
    page = signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").content.decode()
    link = re.search(r'value="http://testserver(/account/\S+)"', page)[1]
    signs_in(ada)
    assert "no longer works" in opened(client, link).content.decode()


def test_only_owners_make_links_and_only_for_people_who_can_sign_in(signed_in, olga, ada, ben, dora):
    imported = Person.objects.join(name="Old Hand")
    assert signed_in(ada).post(f"/people/{ben.pk}/sign-in-link/").status_code == 403
    for nobody in (imported, dora, olga):
        assert signed_in(olga).post(f"/people/{nobody.pk}/sign-in-link/").status_code == 403


def test_the_link_of_somebody_whose_account_ended_meanwhile_is_as_good_as_none(client, signed_in, olga, ada):
    page = signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").content.decode()
    link = re.search(r'value="http://testserver(/account/\S+)"', page)[1]
    ada.deactivate(by=olga)
    assert "no longer works" in opened(client, link).content.decode()


@pytest.mark.parametrize("made_up", ["1-abc123", "zzz-xyz", "1-set-password", "9999999999999-d2k"])
def test_a_link_that_was_made_up_says_the_same_as_an_old_one(client, ada, made_up):
    assert "no longer works" in opened(client, f"/account/password/reset/key/{made_up}/").content.decode()


def test_a_new_password_by_link_signs_everybody_else_out(client, signed_in, signs_in, olga, ada):
    thief = signs_in(ada)
    page = signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").content.decode()
    choose(client, re.search(r'value="http://testserver(/account/\S+)"', page)[1])
    assert thief.get("/people/me/").status_code == 302


def test_a_weak_password_is_refused_and_the_link_still_works(client, signed_in, olga, ada):
    page = signed_in(olga).post(f"/people/{ada.pk}/sign-in-link/").content.decode()
    link = re.search(r'value="http://testserver(/account/\S+)"', page)[1]
    assert choose(client, link, "short").status_code == 200
    assert choose(client, link).status_code == 302
    assert not Person.objects.get(pk=ada.pk).check_password(PASSWORD)
