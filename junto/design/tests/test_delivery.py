"""What browsers fetch: one stylesheet, and modules that find one another."""

import re

import pytest
from django.contrib.staticfiles.management.commands.collectstatic import Command
from django.core.management import call_command

from junto.config.settings import HOUSE
from junto.design.delivery import StaticFiles


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    command = Command()
    command.storage = StaticFiles(location=tmp_path_factory.mktemp("static"), base_url="/static/")
    call_command(command, interactive=False, verbosity=0)
    return command.storage


def text_of(files: StaticFiles, name: str) -> str:
    with files.open(files.stored_name(name)) as file:
        return file.read().decode()


def test_the_stylesheet_is_one_file_with_every_part_in_it(collected):
    whole = text_of(collected, "design/junto.css")
    assert "@import" not in whole
    assert whole.lstrip().startswith("/*")
    for part in (".button", ".editor", ".person-card", "--attention", ".pager"):
        assert part in whole


def test_every_component_has_its_styles_in_the_one_stylesheet():
    folder = HOUSE / "design" / "static" / "design"
    named = set(re.findall(r'@import url\("([\w-]+)\.css"\)', (folder / "junto.css").read_text()))
    assert {path.stem for path in folder.glob("*.css")} - named == {"junto", "living"}


def test_modules_import_one_another_by_their_hashed_names(collected):
    entry = text_of(collected, "design/junto.js")
    found = re.findall(r"""["']\./([\w-]+)\.([0-9a-f]{12})\.js["']""", entry)
    assert {name for name, _ in found} >= {"live", "toasts", "command", "editor", "kept"}
    assert not re.search(r"""["']\./[\w-]+\.js["']""", entry)
