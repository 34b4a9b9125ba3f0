"""What a browser is given so that Junto can be installed, and what it may keep."""

import json
from io import BytesIO

import pytest
from PIL import Image

from junto.design.links import static
from junto.push import worker


@pytest.fixture
def stranger(client):
    return client


def test_the_manifest_names_the_house_in_the_readers_language_with_icons_that_are_what_they_say(stranger, db, settings):
    settings.JUNTO_URL = "https://junto.example.org"
    told = stranger.get("/manifest.webmanifest", HTTP_ACCEPT_LANGUAGE="de").json()
    assert (told["name"], told["lang"], told["start_url"], told["scope"]) == ("Junto (junto.example.org)", "de", "/", "/")
    assert [shortcut["url"] for shortcut in told["shortcuts"]] == ["/ask/", "/inbox/"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for icon in told["icons"]:
        picture = Image.open(BytesIO((settings.STATIC_ROOT / icon["src"].removeprefix("/static/")).read_bytes()))
        assert icon["sizes"] == f"{picture.width}x{picture.height}"


def test_every_page_leads_to_the_manifest_and_the_worker(signed_in, ada, stranger):
    for page in (signed_in(ada).get("/"), stranger.get("/account/login/")):
        assert 'rel="manifest" href="/manifest.webmanifest"' in page.content.decode()
        assert "worker-src 'self'" in page.headers["Content-Security-Policy"]
    assert 'data-worker="/worker.js"' in signed_in(ada).get("/").content.decode()


def test_the_worker_stands_over_the_whole_house_is_looked_for_anew_and_changes_with_every_file(stranger, db, monkeypatch):
    answer = stranger.get("/worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "no-store" in answer.headers["Cache-Control"]
    told = json.loads(worker.script().partition(" = ")[2].partition(";\n")[0])
    assert {static(name) for name in ("design/junto.css", "design/junto.js", "posts/thread.js")} <= set(told["files"])
    monkeypatch.setattr(worker, "static", lambda name: f"{static(name)}?changed")
    worker.script.cache_clear()
    changed = worker.script()
    worker.script.cache_clear()
    assert told["version"] not in changed


def test_a_house_that_wants_no_worker_takes_those_out_there_away(stranger, signed_in, ada, settings):
    settings.BROWSER_WORKER = False
    assert static("push/leaving.js") in stranger.get("/worker.js").content.decode()
    assert 'data-worker=""' in signed_in(ada).get("/").content.decode()


KEPT = ("/", "/inbox/", "/ask/", "/threads/{thread}/", "/spaces/repairs/", "/spaces/repairs/threads/", "/topics/pumps/")
NOT_KEPT = (
    "/people/me/",
    "/people/{ada}/",
    "/account/sessions/",
    "/drafts/",
    "/search/?words=pump",
    "/phone/",
    "/design/keys/",
    "/threads/0/",
)


@pytest.mark.parametrize(("addresses", "kept"), [(KEPT, "1"), (NOT_KEPT, None)])
def test_only_pages_one_reads_and_writes_may_be_kept(addresses, kept, signed_in, ada, question):
    for address in addresses:
        answer = signed_in(ada).get(address.format(thread=question.pk, ada=ada.pk))
        assert (answer.headers.get("Junto-Keep"), answer.headers["Junto-Reader"]) == (kept, str(ada.pk)), address
        assert "no-store" in answer.headers["Cache-Control"]


def test_strangers_and_parts_of_pages_are_nothing_to_keep(stranger, signed_in, ada, question):
    assert stranger.get("/account/login/").headers["Junto-Reader"] == "nobody"
    part = signed_in(ada).get("/inbox/", HTTP_HX_REQUEST="true")
    assert "Junto-Keep" not in part.headers


def test_the_page_for_when_there_is_no_network_names_nobody(signed_in, ada):
    page = signed_in(ada).get("/offline/").content.decode()
    assert "Ada" not in page
    assert f'content="{ada.pk}"' not in page


def test_ones_own_page_leads_there_and_nobody_elses(signed_in, ada, ben):
    browser = signed_in(ada)
    assert '"/phone/"' in browser.get(f"/people/{ada.pk}/").content.decode().partition("</main>")[0]
    assert '"/phone/"' not in browser.get(f"/people/{ben.pk}/").content.decode().partition("</main>")[0]


def test_how_to_install_is_readable_without_script(signed_in, ada):
    page = signed_in(ada).get("/phone/").content.decode()
    assert "Add to Home Screen" in page
    assert "Tell me on this device" in page
