"""Signing in with the organisation's own sign-in, at providers that answer over HTTP."""

import logging
import re
import time

import pytest
from django.test import Client

from junto.config import env
from junto.people.models import HouseRules, Identity, Person
from junto.people.models.house_rules import Way
from junto.people.tests.apps import gets_app, long_ago
from junto.people.tests.provider import (
    ADA,
    CLIENT,
    NEW,
    OTHER_KEY,
    SECRET,
    back,
    goes,
    inside,
    leads,
    who,
)
from junto.spaces import inviting
from tests.village import PASSWORD


def test_whoever_is_linked_signs_in_and_goes_on_where_they_wanted_to(client, linked, ada):
    assert goes(client, next="/people/").url == "/people/"
    assert who(client) == ada
    linked.refresh_from_db()
    assert linked.last_used_at


def test_what_is_asked_for_is_bound_to_this_browser_and_this_moment(client, linked, at_work):
    goes(client)
    asked = at_work.asked[-1]
    assert len(asked["state"]) >= 20
    assert len(asked["nonce"]) >= 20
    assert asked["redirect_uri"] == "http://testserver/account/providers/work/callback/"
    assert "openid" in asked["scope"]


LIES = {
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "another house"},
    "another audience that names us": {"aud": "another house", "azp": CLIENT},
    "another issuer": {"iss": "https://evil.example"},
    "over": {"exp": 1000, "iat": 900},
    "not yet": {"nbf": time.time() + 3600},
    "nobody": {"sub": None},
    "a number": {"sub": 7},
    "no words": {"sub": ""},
    "far too long": {"sub": "x" * 300},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_token_that_is_not_for_this_sign_in_lets_nobody_in(client, linked, at_work, lie):
    at_work.lies = lie
    assert goes(client).status_code == 422
    assert not inside(client)


def test_a_token_signed_with_another_key_lets_nobody_in(client, linked, at_work):
    at_work.key = OTHER_KEY
    assert goes(client).status_code == 422


@pytest.mark.parametrize(
    "change", [lambda to: to.replace("state=", "state=x"), lambda to: to.partition("state=")[0], lambda to: to.replace("code=", "code=x")]
)
def test_nor_does_coming_back_with_another_state_or_code(client, linked, change):
    assert client.get(change(back(leads(client)))).status_code == 422
    assert not inside(client)


def test_coming_back_works_once_and_in_the_browser_that_left(client, linked):
    to = back(leads(client))
    assert Client().get(to).status_code == 422
    assert client.get(to).status_code == 302
    client.post("/account/logout/")
    assert client.get(to).status_code == 422


def test_coming_back_from_one_provider_at_the_door_of_another_is_refused(client, linked):
    to = back(leads(client))
    assert client.get(to.replace("/work/", "/elsewhere/")).status_code == 422
    assert not inside(client)


def test_a_provider_that_says_no_or_is_not_there_gets_a_page(client, at_work, settings):
    leads(client)
    assert client.get("/account/providers/work/callback/?error=access_denied&state=x").status_code == 422
    settings.SIGN_IN_PROVIDERS = [{**settings.SIGN_IN_PROVIDERS[0], "issuer": "http://127.0.0.1:9"}]
    assert client.post("/account/providers/work/").status_code == 422
    assert client.post("/account/providers/nobody/").status_code == 404


def test_the_same_number_at_two_providers_is_two_people(client, linked, ada, ben, elsewhere, anybody):
    elsewhere.person = {**ADA, "email": "other@example.org"}
    goes(client, "elsewhere")
    assert who(client).email == "other@example.org"
    assert who(client) != ada


def test_an_address_alone_opens_no_account_that_is_here(client, at_work, ada, anybody):
    assert goes(client).url == "/account/linking/"
    assert not inside(client)
    assert not Identity.objects.exists()
    assert "ada@example.org" in client.get("/account/linking/").content.decode()


def test_nor_does_that_of_another_number_when_one_is_linked_already(client, linked, at_work, anybody):
    at_work.person = {**ADA, "sub": "somebody-else"}
    assert goes(client).url == "/account/linking/"
    assert not inside(client)


@pytest.mark.parametrize("verified", [False, None, "true", "false", 1])
def test_an_address_that_is_not_proved_leads_nowhere(client, at_work, ada, anybody, verified):
    at_work.person = {**ADA, "email_verified": verified}
    response = goes(client)
    assert response.status_code == 403
    assert "not proved" in response.content.decode()
    assert not Identity.objects.exists()
    assert Person.objects.filter(email="ada@example.org").count() == 1


def test_an_address_the_provider_tells_only_when_asked_is_taken(client, at_work, anybody):
    at_work.person, at_work.told = {"sub": "new-1"}, NEW
    goes(client)
    assert who(client).email == "new@example.org"


def test_but_not_when_it_is_about_somebody_else(client, at_work, anybody):
    at_work.person, at_work.told = {"sub": "new-1"}, {**NEW, "sub": "another"}
    assert goes(client).status_code == 422


def test_who_proves_the_account_with_the_password_links_it_and_not_before(client, at_work, ada):
    goes(client)
    client.post("/account/login/", {"login": ada.email, "password": PASSWORD, "next": "/account/linking/"})
    assert not Identity.objects.exists()
    client.get("/account/linking/")
    assert not Identity.objects.exists()
    client.post("/account/linking/confirmation/")
    assert [(one.person, one.sub) for one in Identity.objects.all()] == [(ada, "ada-7")]
    other = Client()
    goes(other)
    assert who(other) == ada


def test_linking_asks_once_more_who_it_is(at_work, signed_in, ada):
    browser = signed_in(ada)
    goes(browser)
    assert long_ago(browser).post("/account/linking/confirmation/").status_code == 403
    assert not Identity.objects.exists()


def test_a_newcomer_comes_in_only_as_the_rules_say(client, at_work, olga):
    at_work.person = NEW
    for way, domains, inside_then in [
        (Way.INVITATION, [], False),
        (Way.DOMAIN, ["elsewhere.example"], False),
        (Way.DOMAIN, ["example.org"], True),
    ]:
        HouseRules.change(by=olga, way=way, domains=domains)
        browser = Client()
        response = goes(browser)
        assert (response.status_code, inside(browser)) == ((302, True) if inside_then else (403, False))
    assert Person.objects.by_email("new@example.org").name == "New Somebody"


def test_an_invitation_lets_a_newcomer_in_with_the_provider(client, at_work, cleo, repairs):
    at_work.person = NEW
    link = f"/invitations/{inviting.invite_by_link(by=cleo, space=repairs, uses=1, days=7, role='member').token}/"
    assert "Sign in with Work" in client.get(link).content.decode()
    assert goes(client, next=link).url == link
    client.post(link)
    assert repairs.membership_of(who(client))


def test_one_for_another_address_does_not(client, at_work, cleo, repairs):
    at_work.person = NEW
    (handed,) = inviting.invite_addresses(["guest@example.org"], by=cleo, space=repairs, days=7, role="member")
    assert goes(client, next=f"/invitations/{handed.token}/").status_code == 403


def test_linking_and_unlinking_under_signing_in(signed_in, at_work, ada):
    browser = signed_in(ada)
    goes(browser, proof_intent="link")
    assert Identity.objects.get().person == ada
    assert "Unlink" in browser.get("/account/sessions/").content.decode()
    browser.post("/account/providers/work/", {"_method": "DELETE"})
    assert not Identity.objects.exists()


def test_nobody_links_what_is_somebody_elses(signed_in, linked, ben, ada):
    goes(signed_in(ben), proof_intent="link")
    assert Identity.objects.get().person == ada


def test_nobody_links_without_having_shown_lately_who_they_are(signed_in, at_work, ada):
    browser = long_ago(signed_in(ada))
    goes(browser, proof_intent="link")
    assert not Identity.objects.exists()


def test_the_last_way_in_is_not_unlinked(signed_in, linked, ada):
    ada.take_out_password()
    signed_in(ada).post("/account/providers/work/", {"_method": "DELETE"})
    assert Identity.objects.exists()


def test_the_provider_shows_before_a_dangerous_act_that_it_is_you_and_the_words_are_kept(signed_in, linked, at_work, ada):
    browser = long_ago(signed_in(ada))
    asked = browser.post("/account/address/", {"email": "ada.okafor@example.org"}).content.decode()
    said = dict(re.findall(r'<input type="hidden" name="(?!csrf)(\w+)" value="([^"]*)">', asked))
    page = goes(browser, **said, proof_intent="proof").content.decode()
    assert (at_work.asked[-1]["prompt"], at_work.asked[-1]["max_age"]) == ("login", "0")
    assert re.search(r'action="/account/address/"', page)
    browser.post("/account/address/", dict(re.findall(r'<input type="hidden" name="(?!csrf)(\w+)" value="([^"]*)">', page)))
    ada.refresh_from_db()
    assert ada.email == "ada.okafor@example.org"


@pytest.mark.parametrize("lie", [{"sub": "somebody-else"}, {"auth_time": 1000}])
def test_somebody_elses_sign_in_or_an_old_one_does_not(signed_in, linked, at_work, ada, lie):
    browser = long_ago(signed_in(ada))
    at_work.lies = lie
    assert goes(browser, proof_intent="proof", proof_next="/account/address/").status_code == 422
    assert browser.get("/account/address/").status_code == 302


def test_a_second_step_is_asked_for_after_the_provider_too(client, linked, ada):
    gets_app(ada)
    assert goes(client).url == "/account/second-step/"
    assert not inside(client)


def test_an_owner_does_not_shut_themselves_out(signed_in, at_work, olga):
    page = "/people/coming-in/"
    assert signed_in(olga).post(page, {"way": "provider"}).status_code == 200
    assert HouseRules.now().way == Way.INVITATION
    Identity.objects.create(person=olga, provider="work", issuer=at_work.issuer, sub="olga")
    assert signed_in(olga).post(page, {"way": "provider"}).status_code == 302


def test_no_secret_and_nothing_a_provider_sends_comes_into_a_log(client, linked, at_work, caplog, settings):
    caplog.set_level(logging.DEBUG)
    at_work.lies = {"nonce": "another"}
    goes(client)
    said = caplog.text + repr(settings.SIGN_IN_PROVIDERS)
    assert SECRET not in said
    assert "ada@example.org" not in said


def test_settings_of_a_provider_are_read_and_what_is_missing_ends_the_start(monkeypatch, tmp_path):
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n")
    for name, value in {
        "": "work",
        "_WORK_ISSUER": "https://id.example.org",
        "_WORK_CLIENT_ID": CLIENT,
        "_WORK_LABEL": "Our house",
    }.items():
        monkeypatch.setenv(f"JUNTO_OIDC{name}", value)
    with pytest.raises(env.WrongSetting, match="JUNTO_OIDC_WORK_CLIENT_SECRET is not set"):
        env.providers()
    monkeypatch.setenv("JUNTO_OIDC_WORK_CLIENT_SECRET_FILE", str(file))
    (provider,) = env.providers()
    assert (provider["label"], str(provider["client_secret"])) == ("Our house", SECRET)
    with pytest.raises(env.WrongSetting):
        env.sign_up_makes_sense("provider", [], [])
