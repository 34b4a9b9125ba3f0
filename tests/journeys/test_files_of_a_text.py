"""Somebody writes with pictures and files: given while they write, in a browser with script, and kept when things go wrong."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from junto.kit.files.tests.given import picture
from junto.posts.models import Attachment, Post
from tests import checker
from tests.checker import EVERY_VIEW

pytestmark = pytest.mark.django_db(transaction=True)
PASTE = """([box, bytes]) => {
  const given = new DataTransfer();
  given.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


def given(name: str, content: bytes) -> dict:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_files_are_sent_while_one_writes_and_the_text_waits_for_them(house, visit, question, ben):
    page = visit(ben, bypass_csp=True)
    page.goto(f"{house.url}/threads/{question.pk}/")
    box = page.get_by_role("textbox", name="Know more?")
    page.evaluate(PASTE, [box.element_handle(), list(picture("PNG", (500, 400)))])
    described = page.get_by_label("What is to be seen")
    described.fill("A valve")
    page.locator("input[name=files]").set_input_files(
        [given("setup.exe", b"MZ" + bytes(99)), given("empty.txt", b""), given("Manual.pdf", b"%PDF-1.7" + bytes(400_000))]
    )
    box.fill("Look at this.")
    expect(page.locator(".attach-row", has_text="Manual.pdf").get_by_label("Take off")).to_be_visible()
    for refused, why in (("setup.exe", "This file is a program."), ("empty.txt", "empty")):
        expect(page.locator(".attach-row", has_text=refused)).to_contain_text(why)
    page.reload()
    expect(described).to_have_value("A valve")
    page.add_style_tag(content=checker.AT_ONCE)
    page.add_script_tag(path=AXE_FILE_PATH)
    assert [checker.found(page, *view) for view in EVERY_VIEW] == [[]] * len(EVERY_VIEW)
    box.fill("Look at this.")
    page.locator("input[name=files]").set_input_files([given("last.txt", b"x" * 1_000_000)])
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("link", name="last.txt")).to_be_visible()
    expect(page.get_by_role("img", name="A valve")).to_be_visible()
    expect(page.locator(".attach-row")).to_have_count(0)
    assert [each.name for each in Post.objects.get(author=ben).attachments.order_by("pk")] == ["image.png", "Manual.pdf", "last.txt"]


def test_without_a_network_the_words_go_on_and_the_file_comes_after(house, visit, question, ben):
    page = visit(ben)
    page.goto(f"{house.url}/threads/{question.pk}/")
    expect(page.locator("junto-attach:defined")).to_be_visible()
    page.context.set_offline(True)
    page.locator("input[name=files]").set_input_files([given("Manual.pdf", b"%PDF-1.7")])
    expect(page.get_by_text("Files need one")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_label("Take off")).to_be_visible()
    assert Attachment.objects.get(post=None).name == "Manual.pdf"
