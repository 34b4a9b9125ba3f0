"""What an owner finds to do first: it goes when it is done or put away, and nobody else sees it."""

import pytest
from django.test import Client, override_settings

from junto.spaces.models import Space

HEADING = "First steps"


@pytest.fixture
def home(signed_in):
    def of(person):
        return signed_in(person).get("/").content.decode()

    return of


def test_before_anybody_owns_it_the_sign_in_page_says_how_somebody_will(db):
    assert "Nobody owns this Junto yet." in Client().get("/account/login/").content.decode()


def test_once_it_is_owned_the_sign_in_page_says_nothing_of_it(olga):
    assert "Nobody owns" not in Client().get("/account/login/").content.decode()


def test_an_empty_house_leads_its_owner_to_inviting(home, olga):
    assert 'href="/invitations/"' in home(olga)


def test_an_owner_who_belongs_somewhere_is_led_to_what_is_left(home, olga):
    Space.objects.start(by=olga, name="Repairs", purpose="So that nobody guesses.")
    page = home(olga)
    assert HEADING in page
    assert 'href="/invitations/"' in page
    assert "Make a space" not in page
    assert "Set up mail" in page


def test_who_owns_nothing_sees_none_of_it(home, olga, ada, eve, repairs):
    assert HEADING not in home(ada)
    assert HEADING not in home(eve)


def test_it_goes_when_all_is_done(home, olga, ada, repairs):
    with override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org"):
        assert HEADING not in home(olga)


def test_put_away_it_stays_away_for_this_owner_and_can_be_brought_back(signed_in, olga, repairs):
    browser = signed_in(olga)
    gone = browser.post("/first-steps/", {"_method": "DELETE"}, follow=True).content.decode()
    assert 'formaction="/first-steps/"' in gone
    assert HEADING not in browser.get("/").content.decode()
    browser.post("/first-steps/", {"_method": "PUT"})
    assert HEADING in browser.get("/").content.decode()
