"""What another app shares into Junto is shown first, loses nothing, and is taken from nobody but the browser itself."""

import pytest
from django.test import Client

from junto.kit.files.tests.given import picture, sent
from junto.posts.models import Attachment, Draft

FROM_SHEET = {"HTTP_SEC_FETCH_SITE": "none"}
GIVEN = {"title": "A better valve", "text": "Seen at the fair.", "url": "https://example.org/valve"}


def test_what_is_shared_goes_into_the_form_for_a_question(signed_in, ada, repairs):
    browser = signed_in(ada)
    page = browser.post("/share/", GIVEN, **FROM_SHEET).content.decode()
    assert "Seen at the fair.\n\nhttps://example.org/valve" in page
    carried = {"title": "A better valve", "text": "Seen at the fair.\n\nhttps://example.org/valve", "kind": "discussion", "look": "1"}
    asked = browser.post("/ask/", carried).content.decode()
    assert "https://example.org/valve" in asked
    assert asked.index('value="discussion"') < asked.index("checked")


def test_what_was_begun_before_is_not_lost(signed_in, ada):
    Draft.objects.keep(ada, "ask", {"title": "Which valve?", "text": "The old one leaks."})
    page = signed_in(ada).post("/share/", GIVEN, **FROM_SHEET).content.decode()
    assert "The old one leaks.\n\nA better valve\n\nSeen at the fair.\n\nhttps://example.org/valve" in page
    assert ">Which valve?</textarea>" in page
    assert Draft.objects.get().fields["text"] == "The old one leaks."


def test_shared_while_signed_out_it_waits_until_somebody_signed_in(ada):
    browser = Client()
    answer = browser.post("/share/", GIVEN, follow=True, **FROM_SHEET)
    assert answer.redirect_chain[-1] == ("/account/login/?next=/share/", 302)
    browser.post("/account/login/", {"login": ada.email, "password": "a lamp in the window"})
    assert "Seen at the fair." in browser.get("/share/").content.decode()
    assert "Nothing came along" in browser.get("/share/").content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
def test_no_other_site_can_share(site, ada, signed_in):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(ada).cookies
    headers = {"HTTP_SEC_FETCH_SITE": site} if site else {}
    assert strict.post("/share/", GIVEN, **headers).status_code == 403


@pytest.mark.parametrize("text", ["x" * 200_000, "<script>alert(1)</script>", "\u202e\u0000 a", ""])
def test_anything_can_be_shared_and_is_only_words(text, signed_in, ada):
    answer = signed_in(ada).post("/share/", {"title": text, "text": text, "url": text}, **FROM_SHEET)
    assert answer.status_code in (200, 400)
    assert b"<script>alert" not in answer.content
    assert len(answer.content) < 600_000


def test_an_address_that_stands_in_the_text_already_comes_once(signed_in, ada):
    page = signed_in(ada).post("/share/", {"text": "Look: https://example.org/valve", "url": "https://example.org/valve"}, **FROM_SHEET)
    assert page.content.decode().count("https://example.org/valve") == 1


def test_files_that_are_shared_wait_with_the_question(signed_in, ada, repairs, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    browser, files = signed_in(ada), [sent(picture(), "valve.jpg"), sent(b"MZ a program", "setup.exe")]
    page = browser.post("/share/", {"files": files}, **FROM_SHEET).content.decode()
    assert "<bdi>valve.jpg</bdi>" in page
    assert "setup.exe: This file is a program." in page
    waiting = Attachment.objects.get()
    again = browser.post("/ask/", {"title": "Which one?", "kind": "question", "look": "1", f"alt-{waiting.pk}": "A valve"}).content.decode()
    assert 'value="A valve"' in again
    browser.post("/ask/", {"title": "Which one?", "kind": "question", "space": "repairs", "attached": waiting.pk})
    assert Attachment.objects.get().post.thread.title == "Which one?"


def test_files_do_not_wait_for_somebody_who_is_signed_out_and_that_is_said(ada):
    browser = Client()
    browser.post("/share/", GIVEN | {"files": sent(picture(), "valve.jpg")}, **FROM_SHEET)
    browser.post("/account/login/", {"login": ada.email, "password": "a lamp in the window"})
    page = browser.get("/share/").content.decode()
    assert "Files could not wait" in page
    assert "Seen at the fair." in page
