"""Every letter of the house: one frame, the same in HTML and plain text, readable on a phone, in the dark and aloud."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from junto.design.letters import Entry, Heading, Letter, Press, Quiet, Way, Words, Written
from junto.design.letters.samples import LetterSample
from tests.checker import EVERY_VIEW, found

SAMPLES = LetterSample.every()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=y>\u202e'


@pytest.fixture(autouse=True)
def house_address(settings):
    """Where links lead."""
    settings.JUNTO_URL = "https://junto.example.org"


@each_sample
def test_html_and_plain_text_say_the_same(sample):
    letter = sample.letter()
    tree, plain = LexborHTMLParser(letter.html()), " ".join(re.sub(r" <https?://[^<>]*>", "", letter.plain()).split())
    said = [node.text() for node in tree.css(".words, .quiet, .read p, .entry p:not(.why), .end strong")]
    assert said
    assert [words for words in said if " ".join(words.split()) not in plain] == []
    assert {link.attributes["href"] for link in tree.css(".press a, .end a")} <= set(re.findall(r"https?://\S+", plain))


@each_sample
def test_it_can_be_read_aloud_and_without_pictures(sample):
    html = sample.letter().html()
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("h1")] == [sample.letter().subject]
    assert tree.css_first("[role=article]").attributes["lang"] == tree.css_first("html").attributes["lang"] == "en"
    assert tree.css("img, script, link, iframe, form, table:not([role])") == []
    assert 'name="color-scheme" content="light dark"' in html


@each_sample
def test_what_mail_programs_do_not_know_is_not_used(sample):
    html = sample.letter().html()
    assert not re.search(r"var\(|light-dark|rem;|@layer|@import|url\(", html)
    assert "@media (prefers-color-scheme: dark)" in html
    assert 'style="' in html


def test_a_letter_is_written_in_the_direction_of_its_language():
    with translation.override("ar"):
        html = Letter("عنوان", [Words("نص")]).html()
    assert '<html lang="ar" dir="rtl"' in html
    assert re.search(r'<div class="letter" dir="rtl"[^>]*lang="ar"', html)


def test_nothing_anybody_is_called_becomes_part_of_the_page():
    parts = [
        *(
            Words(HOSTILE),
            Quiet(HOSTILE),
            Heading(HOSTILE, "javascript:alert(1)"),
            Press(HOSTILE, "//evil.example/"),
            Written("", HOSTILE),
        ),
        Entry(HOSTILE, "data:text/html,x", HOSTILE, HOSTILE, HOSTILE, Way(HOSTILE, "javascript:x")),
    ]
    html = Letter(HOSTILE, parts, HOSTILE, [Way(HOSTILE, "vbscript:x")]).html()
    tree = LexborHTMLParser(html)
    assert tree.css("script, img") == []
    assert {link.attributes["href"] for link in tree.css("a")} <= {"https://junto.example.org/", "https://junto.example.org"}


def test_on_the_living_page_a_letter_looks_the_same_under_our_policy(signed_in, ada):
    page = signed_in(ada).get("/design/letters/new-password/")
    html, policy = page.content.decode(), page.headers["Content-Security-Policy"]
    sheets = re.findall(r"<style[^>]*>(.*?)</style>", html, re.S)
    assert ' style="' not in html
    assert len(sheets) == 2
    assert all(b64encode(sha256(sheet.encode()).digest()).decode() in policy for sheet in sheets)
    assert policy.startswith("default-src 'none'; sandbox;")


def test_its_styles_are_let_in_and_make_it_dark(visit, house, ada):
    page = visit(ada, scheme="dark")
    page.goto(f"{house.url}/design/letters/answer/")
    assert page.evaluate("getComputedStyle(document.querySelector('.letter')).backgroundColor") == "rgb(27, 24, 21)"
    assert page.evaluate("getComputedStyle(document.querySelector('.press a')).paddingTop") == "12px"


def test_every_letter_is_linked_from_the_living_page(signed_in, ada):
    page = signed_in(ada).get("/design/").content.decode()
    assert [sample.name for sample in SAMPLES if f"/design/letters/{sample.name}/plain/" not in page] == []
    assert {"answer", "several", "invitation", "new-password", "test"} <= {sample.name for sample in SAMPLES}
    assert signed_in(ada).get("/design/letters/nothing/").status_code == 404


def test_the_checker_finds_nothing_and_nothing_is_wider_than_the_window(visit, house, ada):
    page = visit(ada, bypass_csp=True)
    for name in ("answer", "several"):
        page.goto(f"{house.url}/design/letters/{name}/")
        page.add_script_tag(path=AXE_FILE_PATH)
        assert [found(page, *view) for view in EVERY_VIEW] == [[]] * len(EVERY_VIEW)
