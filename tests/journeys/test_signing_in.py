"""Signing in as people do: with a passkey, with a code from an app, with the last recovery code, and asked once more in between."""

import re

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from junto.people.models import HouseRules
from junto.people.models.house_rules import Duty
from junto.people.tests.apps import code_now, gets_app
from tests.checker import AT_ONCE, found
from tests.journeys.hands import Mouse, Plain
from tests.village import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
TWO_VIEWS = [(390, "dark"), (1280, "light")]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def near(house):
    """The house under a name: browsers bind passkeys to names, never to numbers."""
    return house.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def phone(visit):
    """A window of a browser whose device keeps passkeys."""
    page = visit()
    page.context.new_cdp_session(page).send("WebAuthn.enable")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def sign_out(hands):
    hands.page.goto(f"{hands.house}/account/logout/")
    hands.press(hands.here.get_by_role("button", name="Sign out"))


def test_a_passkey_is_made_and_from_then_on_nothing_is_typed(phone, near, ada):
    hands = Mouse(phone, near)
    hands.sign_in(ada)
    phone.goto(f"{near}/account/sessions/")
    hands.press(hands.here.get_by_role("link", name="Add a passkey"))
    hands.write(phone.get_by_label("What to call it"), "My laptop")
    hands.press(phone.get_by_role("button", name="Make a passkey"))
    hands.press(phone.get_by_role("link", name="I have kept them"))
    expect(hands.here).to_contain_text("My laptop")
    sign_out(hands)
    hands.press(phone.get_by_role("button", name="Sign in with a passkey"))
    expect(hands.places).to_be_visible()


def test_at_an_address_of_numbers_passkeys_say_what_they_need(visit, house):
    page = visit()
    page.goto(f"{house.url}/account/login/")
    expect(page.get_by_text("Passkeys need an address with a name")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()


def test_without_script_an_app_and_recovery_codes_do_and_passkeys_say_what_they_need(visit, house, ada):
    hands = Plain(visit(java_script_enabled=False), house.url)
    hands.sign_in(ada)
    page = hands.page
    page.goto(f"{house.url}/account/app/")
    secret = page.locator(".secret").inner_text().replace(" ", "")
    hands.write(page.get_by_label("Code"), code_now(secret))
    hands.press(page.get_by_role("button", name="Set it up"))
    code = page.locator(".codes code").first.inner_text()
    sign_out(hands)
    expect(page.get_by_text("Passkeys need JavaScript")).to_be_visible()
    hands.write(page.get_by_label("E-mail address"), ada.email)
    hands.write(page.get_by_label("Password"), PASSWORD)
    hands.press(hands.here.get_by_role("button", name="Sign in", exact=True))
    hands.write(page.get_by_label("Code"), code)
    hands.press(hands.here.get_by_role("button", name="Sign in", exact=True))
    expect(hands.places).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_what_was_written_outlives_being_asked_once_more(visit, house, ada, script):
    gets_app(ada)
    page = visit(ada, java_script_enabled=script)
    hands = Mouse(page, house.url)
    page.goto(f"{house.url}/account/address/")
    hands.write(page.get_by_label("New e-mail address"), "ada.okafor@example.org")
    forget_proofs()
    hands.press(page.get_by_role("button", name="Change the address"))
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    hands.write(page.get_by_label(re.compile("a code from your app")), code_now())
    hands.press(page.get_by_role("button", name="It is me"))
    expect(hands.here).to_contain_text("ada.okafor@example.org")


def forget_proofs():
    """Some minutes go by."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    for key in Session.objects.values_list("session_key", flat=True):
        session = SessionStore(key)
        session["proved_at"] = 0
        session.save()


def test_the_checker_finds_nothing_on_the_pages_between(visit, house, ada, ben, olga, settings):
    """Those no address leads to by itself: they come in the middle of something."""
    settings.MAIL_WORKS, settings.JUNTO_URL, settings.SIGN_UP = True, house.url, "open"
    page = visit(bypass_csp=True)
    page.context.add_init_script(path=AXE_FILE_PATH)
    hands, wrong = Mouse(page, house.url), []

    def look(name):
        page.add_style_tag(content=AT_ONCE)
        wrong.extend(f"{name}, {view}: {what}" for view in TWO_VIEWS for what in found(page, *view))

    page.goto(f"{house.url}/account/sign-up/")
    look("sign-up")
    hands.sign_in(ada)
    page.goto(f"{house.url}/account/app/")
    hands.write(page.get_by_label("Code"), code_now(page.locator(".secret").inner_text().replace(" ", "")))
    hands.press(page.get_by_role("button", name="Set it up"))
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    look("recovery codes")
    page.goto(f"{house.url}/account/sessions/")
    look("signing in")
    forget_proofs()
    page.goto(f"{house.url}/account/address/")
    look("proof")
    sign_out(hands)
    sign_in_half_way(hands, ada)
    look("second step")
    for _ in range(6):
        hands.write(page.get_by_label("Code"), "000000")
        hands.press(page.get_by_role("button", name="Sign in", exact=True))
        page.wait_for_load_state()
        if page.get_by_role("heading", name="That was tried too often").is_visible():
            break
    look("too often")
    HouseRules.ask_for_second_step(by=olga, of=Duty.EVERYBODY)
    page.context.clear_cookies()
    page.goto(f"{house.url}/account/login/")
    sign_in_half_way(hands, ben)
    look("set up first")
    assert wrong == []


def sign_in_half_way(hands, somebody):
    """Gives the password, and stands before the second step."""
    hands.write(hands.page.get_by_label("E-mail address"), somebody.email)
    hands.write(hands.page.get_by_label("Password"), PASSWORD)
    hands.press(hands.here.get_by_role("button", name="Sign in", exact=True))
    expect(hands.page.get_by_role("textbox", name="Code")).to_be_visible()
