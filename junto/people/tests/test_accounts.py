"""What owners do to accounts."""

import pytest

from junto.kit.models import FactRecord
from junto.kit.stream.app import signed_in as hears
from junto.people.models import LastOwner, Person
from tests.village import PASSWORD, person


def act(browser, somebody, what, method="POST"):
    return browser.post(f"/people/{somebody.pk}/{what}/", {"_method": method})


def test_ending_an_account_ends_every_session_and_stream_at_once(signed_in, signs_in, olga, ada):
    browsers = [signs_in(ada), signs_in(ada)]
    keys = [browser.session.session_key for browser in browsers]
    act(signed_in(olga), ada, "deactivation")
    assert [browser.get("/people/me/").status_code for browser in browsers] == [302, 302]
    assert [hears(key) for key in keys] == [None, None]


def test_an_account_is_opened_again(client, signed_in, olga, dora):
    act(signed_in(olga), dora, "deactivation", "DELETE")
    client.post("/account/login/", {"login": dora.email, "password": PASSWORD})
    assert client.get("/people/me/").status_code == 200


def test_who_ended_and_reopened_an_account_is_written_down(signed_in, olga, ada):
    act(signed_in(olga), ada, "deactivation")
    act(signed_in(olga), ada, "deactivation", "DELETE")
    facts = FactRecord.objects.filter(kind__in=["PersonDeactivated", "PersonReturned"]).order_by("pk")
    assert [(fact.kind, fact.by_id) for fact in facts] == [("PersonDeactivated", olga.pk), ("PersonReturned", olga.pk)]


def test_owners_hand_on_the_keys_and_take_them_back(signed_in, olga, ada):
    act(signed_in(olga), ada, "ownership")
    assert signed_in(ada).get("/people/all/").status_code == 200
    act(signed_in(ada), olga, "ownership", "DELETE")
    assert signed_in(olga).get("/people/all/").status_code == 403


def test_the_last_owner_keeps_the_keys(signed_in, olga):
    browser = signed_in(olga)
    response = browser.post(f"/people/{olga.pk}/ownership/", {"_method": "DELETE"}, follow=True)
    assert "Somebody must keep the keys" in response.content.decode()
    assert act(browser, olga, "deactivation").status_code == 403
    with pytest.raises(LastOwner):
        olga.deactivate(by=olga)
    olga.refresh_from_db()
    assert (olga.is_owner, olga.is_active) == (True, True)


def test_an_owner_whose_account_ended_does_not_count(signed_in, olga):
    second = person("Otto Second", is_owner=True)
    second.deactivate(by=olga)
    with pytest.raises(LastOwner):
        olga.end_ownership(by=olga)


def test_people_without_an_account_get_no_keys(signed_in, olga, dora):
    imported = Person.objects.join(name="Old Hand")
    assert [act(signed_in(olga), nobody, "ownership").status_code for nobody in (imported, dora)] == [403, 403]


@pytest.mark.parametrize("what", ["deactivation", "ownership", "sign-in-link", "erasure"])
def test_nobody_but_an_owner_may(client, signed_in, ada, ben, what):
    assert act(signed_in(ada), ben, what).status_code == 403
    assert client.post(f"/people/{ben.pk}/{what}/").status_code == 401
    assert act(signed_in(ada), ada, what).status_code == 403


def test_nobody_sees_a_button_they_may_not_press(signed_in, ada, ben, olga):
    buttons = ["sign-in-link", "ownership", "deactivation", "erasure"]
    page = signed_in(olga).get(f"/people/{ben.pk}/account/").content.decode()
    assert all(f"/people/{ben.pk}/{button}/" in page for button in [*buttons, "auditing"])
    seen = {reader: signed_in(reader).get(ben.get_absolute_url()).content.decode() for reader in (ada, olga)}
    assert not any(f"/people/{ben.pk}/{button}/" in words for button in buttons for words in seen.values())
    assert [f"/people/{ben.pk}/account/" in seen[reader] for reader in (ada, olga)] == [False, True]


def test_the_page_of_a_person_is_the_same_for_an_owner_as_for_others(signed_in, olga, ada, ben):
    assert ben.email not in signed_in(olga).get(ben.get_absolute_url()).content.decode()
    assert ben.email in signed_in(ben).get(ben.get_absolute_url()).content.decode()
    assert ben.email in signed_in(olga).get(f"/people/{ben.pk}/account/").content.decode()
