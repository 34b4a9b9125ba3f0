"""The pages of spaces in a real browser: by keyboard, without script, on a phone and at a desk, by day and by night."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from junto.people.models import Person
from junto.spaces.models import Invitation, JoinRequest
from tests.checker import AT_ONCE, found, views_of
from tests.village import person

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/spaces/",
    "/spaces/?words=nowhere",
    "/spaces/new/",
    "/spaces/repairs/",
    "/spaces/repairs/people/",
    "/spaces/repairs/settings/",
    "/spaces/repairs/invitations/",
    "/spaces/repairs/leaving/",
    "/spaces/bench-notes/requests/",
    "/spaces/roasting/",
    "/invitations/nothing/",
]


@pytest.fixture
def lived_in(repairs, bench, roasting, attic, cleo, ada, eve, dana):
    """A little of everything on each of these pages."""
    JoinRequest.objects.ask(bench, by=eve, message="I mend lamps.")
    Invitation.objects.to_person(dana, space=repairs, by=cleo)
    Invitation.objects.by_link(by=cleo, space=repairs, email="new@example.org")
    Invitation.objects.to_person(cleo, space=roasting, by=roasting.started_by)


def test_nobody_is_kept_out_by_how_a_page_is_drawn(visit, house, cleo, lived_in):
    page = visit(cleo, bypass_csp=True)
    page.context.add_init_script(path=AXE_FILE_PATH)
    for turn, path in enumerate(PAGES):
        page.goto(house.url + path)
        page.add_style_tag(content=AT_ONCE)
        assert [(path, view, what) for view in views_of(turn) for what in found(page, *view)] == []


def test_somebody_is_invited_by_name_with_the_keyboard_alone(visit, house, ada, repairs):
    meant = person("Evelyn Marsh", place="Ghent")
    page = visit(ada)
    page.goto(house.url + "/spaces/repairs/invitations/")
    page.get_by_label("Name or e-mail address").focus()
    page.keyboard.type("marsh")
    page.get_by_role("option", name="Evelyn Marsh").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_label("Name or e-mail address").input_value() == "Evelyn Marsh"
    page.keyboard.press("Enter")
    page.get_by_text("Evelyn Marsh is invited.").wait_for()
    assert Invitation.objects.get().person == meant


def test_without_script_somebody_joins_invites_and_comes_in(visit, house, eve, repairs):
    page = visit(eve, java_script_enabled=False)
    page.goto(house.url + "/spaces/")
    page.get_by_role("button", name="Join Repairs").click()
    page.get_by_role("link", name="Invite").click()
    page.get_by_label("E-mail addresses").fill("new@example.org")
    page.locator("form[action$='addresses/'] button").click()
    link = page.get_by_label("new@example.org").input_value()
    stranger = visit(java_script_enabled=False)
    stranger.goto(link)
    stranger.get_by_label("Your name").fill("Nils Berg")
    stranger.get_by_label("Password").fill("four lamps in a row")
    stranger.get_by_role("button", name="Come in").click()
    assert stranger.url == f"{house.url}/spaces/repairs/"
    assert repairs.memberships.filter(person__name="Nils Berg").exists()


def test_a_link_is_copied_and_the_file_holds_it(visit, house, ada, repairs):
    page = visit(ada, permissions=["clipboard-read", "clipboard-write"])
    page.goto(house.url + "/spaces/repairs/invitations/")
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("For whoever has it").input_value()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link
    with page.expect_download() as download:
        page.get_by_role("link", name="Keep as a file").click()
    assert link in download.value.path().read_text()


def test_whoever_comes_in_by_a_link_reads_times_in_the_zone_of_their_browser(visit, house, ada, repairs):
    _, token = Invitation.objects.by_link(by=ada, space=repairs)
    stranger = visit(timezone_id="Asia/Tokyo")
    stranger.goto(f"{house.url}/invitations/{token}/")
    stranger.get_by_label("Your name").fill("Nils Berg")
    stranger.get_by_label("E-mail address").fill("nils@example.org")
    stranger.get_by_label("Password").fill("four lamps in a row")
    stranger.get_by_role("button", name="Come in").click()
    stranger.wait_for_url("**/spaces/repairs/")
    assert Person.objects.get(name="Nils Berg").time_zone == "Asia/Tokyo"
