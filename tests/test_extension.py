"""The browser extension asks for as little as it promises, and speaks every language of the house."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(__file__).parent.parent / "extension"
MANIFEST = json.loads((FOLDER / "manifest.json").read_text())
SCRIPTS = {path.name: path.read_text() for path in FOLDER.glob("*.js")}
PAGES = {path.name: path.read_text() for path in FOLDER.glob("*.html")}
LONGEST = {"name": 45, "description": 132}
"""What the shops of Firefox and Chromium take."""


def texts(language: str) -> dict[str, str]:
    """The texts of a language by their keys."""
    found = json.loads((FOLDER / "_locales" / language / "messages.json").read_text())
    assert all(set(text) == {"message"} for text in found.values())
    return {key: text["message"] for key, text in found.items()}


def test_it_asks_for_three_rights_and_runs_in_no_page():
    assert MANIFEST["permissions"] == ["activeTab", "contextMenus", "storage"]
    assert not {"host_permissions", "optional_host_permissions", "optional_permissions", "content_scripts", "externally_connectable"} & set(
        MANIFEST
    )
    assert not {"web_accessible_resources", "update_url", "key"} & set(MANIFEST)
    assert "'unsafe" not in MANIFEST["content_security_policy"]["extension_pages"]
    assert MANIFEST["browser_specific_settings"]["gecko"]["data_collection_permissions"] == {"required": ["none"]}


def test_it_is_whole():
    assert (MANIFEST["manifest_version"], MANIFEST["version"]) == (3, settings.VERSION)
    background = MANIFEST["background"]
    assert [background["service_worker"]] == background["scripts"]
    named = [
        background["service_worker"],
        MANIFEST["options_ui"]["page"],
        *MANIFEST["icons"].values(),
        *MANIFEST["action"]["default_icon"].values(),
    ]
    named += [name for page in PAGES.values() for name in re.findall(r'(?:src|href)="([^"]+)"', page)]
    named += [name for script in SCRIPTS.values() for name in re.findall(r'from "\./([^"]+)"', script)]
    assert [name for name in named if not (FOLDER / name).is_file()] == []


def test_its_icons_are_as_large_as_they_say():
    from PIL import Image

    for size, name in MANIFEST["icons"].items():
        with Image.open(FOLDER / name) as icon:
            assert icon.size == (int(size), int(size))


def test_it_talks_to_nobody_and_makes_no_code_of_words():
    for name, script in SCRIPTS.items():
        assert not re.search(
            r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function|import\(", script
        ), name
    assert not any(re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=|https?://(?!junto\.example\.org)", page) for page in PAGES.values())


@pytest.mark.parametrize("language", [language for language, _name in settings.LANGUAGES])
def test_every_text_is_there_in_every_language(language):
    wanted = {"name", "description", *re.findall(r'getMessage\("(\w+)"\)|"(ask\w*)"', "".join(SCRIPTS.values()))}
    wanted = {each if isinstance(each, str) else each[0] or each[1] for each in wanted}
    wanted |= set(re.findall(r'data-says="(\w+)"', "".join(PAGES.values())))
    wanted |= set(re.findall(r'says\(house \? "(\w+)" : "(\w+)"\)', SCRIPTS["options.js"])[0])
    found = texts(language)
    assert set(found) == wanted
    assert all(text.strip() for text in found.values())
    assert {key: len(found[key]) for key, longest in LONGEST.items() if len(found[key]) > longest} == {}
    assert [key for key, text in found.items() if text.count("%s") != texts("en")[key].count("%s")] == []
    assert language == "en" or [key for key in found if found[key] == texts("en")[key]] == []
