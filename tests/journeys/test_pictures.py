"""Somebody gives themselves a picture: by mouse, over a bad line, without script; and what is hostile is turned away in plain words."""

import random

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from junto.kit.files.limits import PIECE
from junto.kit.files.tests.given import HOSTILE, archive, picture
from junto.kit.models import File, Upload
from junto.people.models import Person
from tests.village import person

pytestmark = pytest.mark.django_db(transaction=True)
FACE = "#picture-now img"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return settings.MEDIA_ROOT


@pytest.fixture
def noise(tmp_path):
    """A picture of five pieces."""
    path = tmp_path / "noise.png"
    Image.frombytes("RGB", (640, 640), random.Random(7).randbytes(640 * 640 * 3)).save(path)
    assert 4 * PIECE < path.stat().st_size < 5 * PIECE
    return path


@pytest.fixture
def page(visit, house, ada):
    """Ada where she gives her picture."""
    found = visit(ada)
    found.goto(f"{house.url}/people/me/picture/")
    return found


def choose(page: Page, *files) -> None:
    page.wait_for_load_state("load")
    page.get_by_label("Picture").set_input_files(*files)


def is_drawn(page: Page, selector: str) -> bool:
    """Whether the browser shows the picture: it has come, and could be read."""
    expect(page.locator(selector).first).to_be_visible()
    return page.locator(selector).first.evaluate("async (image) => { await image.decode(); return image.naturalWidth > 0 }")


def pieces_of(page: Page) -> list[str]:
    """Where each piece began that the page sent."""
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.headers["content-range"]) if "content-range" in asked.headers else None)
    return sent


def test_a_picture_is_chosen_and_stands_beside_the_name_everywhere(page, house, noise, question, answer, visit, ben):
    sent = pieces_of(page)
    choose(page, noise)
    expect(page.get_by_text("All of it is here")).to_be_visible()
    expect(page.locator("canvas")).to_be_visible()
    page.get_by_role("button", name="Keep this picture").click()
    assert is_drawn(page, FACE)
    assert len(sent) == 5
    reader = visit(ben)
    for address in (f"/threads/{question.pk}/", "/people/", f"/people/{question.author_id}/"):
        reader.goto(house.url + address)
        assert is_drawn(reader, "main img.avatar")


def test_pressed_too_early_it_is_kept_when_all_of_it_is_here(page, noise):
    choose(page, noise)
    page.get_by_role("button", name="Keep this picture").click()
    assert is_drawn(page, FACE)
    assert not Upload.objects.exists()


def test_a_lost_connection_is_waited_for_and_sending_goes_on_where_it_stopped(page, noise):
    sent = pieces_of(page)
    page.route("**/files/uploads/*/", lambda route: route.abort() if len(sent) == 3 else route.continue_())
    choose(page, noise)
    expect(page.get_by_text("The connection was lost")).to_be_visible()
    expect(page.get_by_text("All of it is here")).to_be_visible()
    assert [each.partition("-")[0] for each in sent] == [f"bytes {start * PIECE}" for start in (0, 1, 2, 2, 3, 4)]


def test_after_a_closed_tab_the_same_picture_goes_on_where_it_stopped(page, house, noise):
    page.route("**/files/uploads/*/", lambda route: route.abort() if Upload.objects.get().arrived >= 2 * PIECE else route.continue_())
    choose(page, noise)
    expect(page.get_by_text("The connection was lost")).to_be_visible()
    page.close()
    again = page.context.new_page()
    again.goto(f"{house.url}/people/me/picture/")
    expect(again.get_by_text("stopped at")).to_be_visible()
    sent = pieces_of(again)
    choose(again, noise)
    expect(again.get_by_text("All of it is here")).to_be_visible()
    assert [each.partition("-")[0] for each in sent] == [f"bytes {start * PIECE}" for start in (2, 3, 4)]
    again.get_by_role("button", name="Keep this picture").click()
    assert is_drawn(again, FACE)


@pytest.mark.parametrize("script", [True, False])
def test_what_is_hostile_is_turned_away_in_plain_words(visit, house, ada, script):
    page = visit(ada, java_script_enabled=script)
    page.goto(f"{house.url}/people/me/picture/")
    for content in (picture("GIF") + archive(), HOSTILE["a page behind a JPEG"][0]):
        choose(page, {"name": "holiday.jpg", "mimeType": "image/jpeg", "buffer": content})
        page.get_by_role("button", name="Keep this picture").click()
        expect(page.get_by_text("is a picture and something else at once")).to_be_visible()
    assert not File.objects.exists()
    assert Person.objects.get(pk=ada.pk).picture == ""


def test_what_only_the_worker_finds_out_is_said_on_the_page(page):
    choose(page, {"name": "bomb.png", "mimeType": "image/png", "buffer": HOSTILE["a picture that lies about its size"][0]})
    page.get_by_role("button", name="Keep this picture").click()
    expect(page.get_by_text("cannot be read")).to_be_visible()


def test_what_is_too_large_is_not_even_sent(page, tmp_path):
    sent = pieces_of(page)
    large = tmp_path / "large.jpg"
    large.write_bytes(bytes(10_000_001))
    choose(page, large)
    expect(page.get_by_text("10 MB is the most")).to_be_visible()
    assert sent == []


def test_a_picture_may_be_dropped_or_pasted(page):
    for happens, holder in (("drop", "dataTransfer"), ("paste", "clipboardData")):
        page.reload()
        page.locator(".upload-more").wait_for()
        page.evaluate(
            """async ([happens, holder, bytes]) => {
                const carried = new DataTransfer();
                carried.items.add(new File([new Uint8Array(bytes)], "seen.png", { type: "image/png", lastModified: 1 }));
                const event = new Event(happens, { bubbles: true, cancelable: true });
                Object.defineProperty(event, holder, { value: carried });
                document.body.dispatchEvent(event);
            }""",
            [happens, holder, list(picture("PNG", (30, 30)))],
        )
        expect(page.get_by_text("All of it is here")).to_be_visible()


def test_without_script_a_large_picture_goes_with_the_form(visit, house, ada, noise):
    page = visit(ada, java_script_enabled=False)
    page.goto(f"{house.url}/people/me/picture/")
    choose(page, noise)
    page.get_by_role("button", name="Keep this picture").click()
    expect(page).to_have_url(f"{house.url}/people/me/picture/")
    while page.get_by_role("link", name="Look again").count():
        page.get_by_role("link", name="Look again").click()
    assert is_drawn(page, FACE)
    page.get_by_role("button", name="Take it out").click()
    expect(page.get_by_text("others see your initials")).to_be_visible()


def test_a_host_gives_the_space_a_picture(visit, house, repairs):
    page = visit(person("Hanna Vogt", is_owner=True))
    repairs.add(Person.objects.get(name="Hanna Vogt"), role="host")
    page.goto(f"{house.url}/spaces/repairs/settings/")
    page.get_by_role("link", name="Picture of the space").click()
    choose(page, {"name": "pump.svg", "mimeType": "image/svg+xml", "buffer": DRAWING})
    page.get_by_role("button", name="Keep this picture").click()
    assert is_drawn(page, FACE)
    for address in ("/spaces/repairs/", "/spaces/"):
        page.goto(house.url + address)
        assert is_drawn(page, "main img.space-face")


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><circle cx="4" cy="4" r="4" fill="#356"/></svg>'
)
