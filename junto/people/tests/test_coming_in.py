"""Who may open an account: by invitation, with an address of certain domains, or anybody."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from junto.config import env
from junto.kit.models import FactRecord, Work
from junto.people.domains import domain_of
from junto.people.models import HouseRules, Person
from junto.people.models.house_rules import Rules, Way
from junto.people.signing_up import sign_up_path
from junto.people.tests.apps import long_ago
from tests.queries import queries_of

SIGN_UP, RULES = "/account/sign-up/", "/people/coming-in/"
GIVEN = {"name": "New Somebody", "password": "three herons in the rain"}


@pytest.fixture
def by_domain(mail_works, olga):
    HouseRules.change(by=olga, way=Way.DOMAIN, domains=["example.org", "xn--bcher-kva.example"])


@pytest.fixture
def anybody(mail_works, olga):
    HouseRules.change(by=olga, way=Way.OPEN, domains=[])


def letter_link():
    return re.search(r"https://junto\.example\.org(/\S+)", mail.outbox[-1].body)[1]


def test_by_default_people_come_by_invitation_only(client, mail_works, olga):
    assert client.get(SIGN_UP).status_code == client.post(SIGN_UP, {"email": "new@example.org"}).status_code == 404
    assert client.post(sign_up_path("new@example.org"), GIVEN).status_code == 404
    assert "by invitation" in client.get("/account/login/").content.decode()


def test_an_address_of_the_domain_gets_a_letter_and_with_it_an_account(client, by_domain, work_done):
    assert SIGN_UP in client.get("/account/login/").content.decode()
    client.post(SIGN_UP, {"email": " New@Example.ORG "})
    work_done()
    assert mail.outbox[-1].to == ["new@example.org"]
    assert not Person.objects.by_email("new@example.org")
    assert client.post(letter_link(), GIVEN).status_code == 302
    assert client.get("/people/me/").status_code == 200
    assert Person.objects.by_email("new@example.org").name == "New Somebody"


OTHERS = [
    "a@evil-example.org",
    "a@example.org.evil.net",
    "a@example.org@evil.net",
    '"a@example.org"@evil.net',
    "a@sub.example.org",
    "a@example.orgg",
    "a@example.org.",
    "a@exаmple.org",  # a Cyrillic а
    "a@examp1e.org",
    "a@example。org.evil.net",
    "a@evil.net\n@example.org",
    "a@evil.net%40example.org",
    "a@[127.0.0.1]",
    "example.org",
    "@example.org",
]


@pytest.mark.parametrize("address", OTHERS)
def test_every_other_domain_is_refused_and_gets_no_letter(client, by_domain, address):
    assert client.post(SIGN_UP, {"email": address}).status_code == 200
    assert not Work.objects.filter(listener__contains="sign_up").exists()


@pytest.mark.parametrize("address", OTHERS)
def test_nor_does_a_link_for_it_open_anything(client, by_domain, address):
    assert client.post(sign_up_path(address), GIVEN).status_code == 404


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("A@EXAMPLE.ORG", "example.org"),
        ("a@bücher.example", "xn--bcher-kva.example"),
        ("a@exаmple.org", "xn--exmple-4nf.org"),
        ('"a@example.org"@evil.net', ""),
        ("a@", ""),
        ("", ""),
        ("a@" + "x" * 70 + ".org", ""),
    ],
)
def test_a_domain_is_what_the_network_takes_it_for(address, domain):
    assert domain_of(address) == domain


def test_letters_of_another_alphabet_in_a_domain_count_when_they_are_the_same(by_domain):
    assert HouseRules.now().admits("a@bücher.example")
    assert HouseRules.now().admits("a@xn--bcher-kva.example")


def test_anybody_means_anybody(client, anybody, work_done):
    client.post(SIGN_UP, {"email": "somebody@elsewhere.example"})
    work_done()
    assert client.post(letter_link(), GIVEN).status_code == 302


def test_the_answer_and_the_work_are_the_same_whether_or_not_somebody_has_the_address(client, anybody, ada, hashing):
    client.post(SIGN_UP, {"email": "first@example.org"})
    seen = [(queries_of(lambda to=to: client.post(SIGN_UP, {"email": to})), hashing.runs) for to in (ada.email, "free@example.org")]
    assert seen[0] == seen[1]


def test_whoever_has_an_account_is_told_so_by_letter_alone(client, anybody, ada, work_done):
    client.post(SIGN_UP, {"email": ada.email})
    work_done()
    assert "You have one already" in mail.outbox[-1].body
    assert letter_link() == "/account/login/"


@pytest.mark.parametrize(("method", "headers"), [("get", {}), ("head", {}), ("get", {"sec-purpose": "prefetch"})])
def test_the_link_outlives_every_scanner(client, anybody, method, headers):
    link = sign_up_path("new@example.org")
    for _ in range(3):
        assert getattr(Client(headers=headers), method)(link).status_code == 200
    assert not Person.objects.by_email("new@example.org")
    assert client.post(link, GIVEN).status_code == 302


def test_the_link_opens_one_account(client, anybody):
    link = sign_up_path("new@example.org")
    client.post(link, GIVEN)
    assert Client().post(link, GIVEN).status_code == 404
    assert Person.objects.filter(email="new@example.org").count() == 1


def test_the_link_ends_when_the_rules_change(client, anybody, olga):
    link = sign_up_path("new@elsewhere.example")
    HouseRules.change(by=olga, way=Way.DOMAIN, domains=["example.org"])
    assert client.post(link, GIVEN).status_code == 404


def test_a_link_that_was_made_up_or_is_old_opens_nothing(client, anybody, time_machine):
    link = sign_up_path("new@example.org")
    assert client.post(link[:-4] + "abc/", GIVEN).status_code == 404
    time_machine.move_to("2090-01-01")
    assert client.post(link, GIVEN).status_code == 404


def test_without_mail_nobody_can_prove_an_address_so_the_door_is_shut(client, olga):
    HouseRules.change(by=olga, way=Way.OPEN, domains=[])
    assert client.get(SIGN_UP).status_code == 404


def test_an_owner_chooses_and_it_is_written_down(signed_in, olga):
    browser = signed_in(olga)
    assert browser.post(RULES, {"way": "domain", "domains": "@Example.org, bücher.example;  example.org"}).status_code == 302
    assert HouseRules.now() == Rules(Way.DOMAIN, ("example.org", "xn--bcher-kva.example"))
    fact = FactRecord.objects.get(kind="HouseRulesChanged")
    assert (fact.by_id, fact.data["way"]) == (olga.pk, "domain")


@pytest.mark.parametrize("domains", ["", " , ", "not a domain", "example", "*.org", "a@b@c", "-"])
def test_domains_that_are_none_are_not_taken(signed_in, olga, domains):
    assert signed_in(olga).post(RULES, {"way": "domain", "domains": domains}).status_code == 200
    assert HouseRules.now().way == Way.INVITATION


def test_an_owner_is_asked_once_more_before(signed_in, olga):
    assert long_ago(signed_in(olga)).post(RULES, {"way": "open"}).status_code == 403
    assert HouseRules.now().way == Way.INVITATION


def test_what_the_operator_set_rules_over_the_page(signed_in, olga, settings, mail_works):
    settings.SIGN_UP, settings.SIGN_UP_DOMAINS = "domain", ["example.org"]
    browser = signed_in(olga)
    assert "JUNTO_SIGN_UP" in browser.get(RULES).content.decode()
    assert browser.post(RULES, {"way": "open"}).status_code == 403
    assert HouseRules.now().admits("a@example.org")
    assert not HouseRules.now().admits("a@elsewhere.example")


@pytest.mark.parametrize(("way", "domains"), [("domain", []), ("open", ["example.org"]), ("", ["example.org"])])
def test_settings_that_contradict_each_other_end_the_start(way, domains):
    with pytest.raises(env.WrongSetting):
        env.sign_up_makes_sense(way, domains, [])


def test_a_way_nobody_knows_ends_the_start(monkeypatch):
    monkeypatch.setenv("JUNTO_SIGN_UP", "everybody")
    with pytest.raises(env.WrongSetting, match="invitation, domain, open, provider"):
        env.one_of("JUNTO_SIGN_UP", ["invitation", "domain", "open", "provider"])


def test_there_is_one_row_of_rules(olga):
    for way in (Way.OPEN, Way.INVITATION, Way.OPEN):
        HouseRules.change(by=olga, way=way, domains=[])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM house_rules")
        assert cursor.fetchone()[0] == 1
