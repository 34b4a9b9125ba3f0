"""What the bookmark and the extension bring along finds its place."""

from urllib.parse import unquote

import pytest


def test_the_bookmark_leads_to_this_house_wherever_it_stands(signed_in, ada, settings):
    settings.JUNTO_URL = "https://junto.example.org"
    page = signed_in(ada).get("/from-any-page/").content.decode()
    assert 'open("https://junto.example.org/share/"+"?"+words' in unquote(page)
    assert 'value="https://junto.example.org"' in page


def test_what_is_brought_along_is_shown_before_anything_is_asked(signed_in, ada, repairs):
    pytest.importorskip("junto.push.urls", reason="what is shared is shown by the room push")
    page = (
        signed_in(ada).get("/share/", {"title": "Pumps", "text": "> Rinse it.", "url": "https://pages.example.com/pumps"}).content.decode()
    )
    assert all(words in page for words in ("Pumps", "Rinse it.", "https://pages.example.com/pumps"))
    assert not ada.threads.exists()
