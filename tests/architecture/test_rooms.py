"""What import-linter does not see: string foreign keys, template includes, names, and a room nobody put on the plan."""

import re

from django.apps import apps

from tests.architecture.house import HERE, HOUSE, files, floors, may_lean_on, room_of, templates

BANNED = re.compile(r"(^|/)(utils?|helpers?|services?|common|misc|managers?|signals)(\.py|/)")
INCLUDED = re.compile(r"""{%-?\s*(?:include|extends|from|import)\s*\(?\s*["']([a-z_]+)/""")
REVERSED = re.compile(r"""\burl\(\s*["']([a-z_]+):""")
SHARED_NAMES = {"account", "usersessions"}


def test_every_room_stands_on_the_plan():
    rooms = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert rooms == set(floors())


def test_foreign_keys_point_downwards_or_stay_in_their_room():
    wrong = []
    for model in apps.get_models():
        room = model.__module__.split(".")
        if room[0] != "junto":
            continue
        for field in model._meta.get_fields():
            other = field.related_model.__module__.split(".") if field.concrete and field.is_relation and field.related_model else room
            if other[0] == "junto" and not may_lean_on(room[1], other[1]):
                wrong.append(f"{model.__name__}.{field.name} -> {other[1]}")
    assert wrong == []


def test_templates_take_in_parts_of_their_own_or_lower_rooms():
    wrong = []
    for path in templates():
        for other in INCLUDED.findall((HERE / path).read_text()):
            if other not in SHARED_NAMES and not may_lean_on(room_of(path), other):
                wrong.append(f"{path} -> {other}")
    assert wrong == []


def test_no_file_has_a_name_that_says_nothing():
    assert [str(path) for path in files() if BANNED.search(str(path))] == []


def test_templates_are_cut_at_one_idea():
    long = {str(path): lines for path in templates() if (lines := len((HERE / path).read_text().splitlines())) > 40}
    assert long == {}


def test_templates_hold_no_style_and_no_script_of_their_own():
    inline = re.compile(r"""<script(?![^>]*\bsrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']""")
    assert [str(path) for path in templates() if inline.search((HERE / path).read_text())] == []


def test_no_listener_is_called_and_no_signal_of_the_framework_used():
    signal = re.compile(r"django\.(db\.models|dispatch|core|contrib\.auth)\.?signals? import|@receiver|from django\.dispatch")
    python = [path for path in files() if path.suffix == ".py" and path.parts[0] == "junto" and "tests" not in path.parts]
    assert [str(path) for path in python if signal.search((HERE / path).read_text())] == []


def test_save_is_left_as_it_is():
    own = re.compile(r"def (save|delete)\(self")
    python = [path for path in files() if path.suffix == ".py" and "models" in path.parts]
    assert [str(path) for path in python if own.search((HERE / path).read_text())] == []


def test_styles_know_no_left_and_right():
    boxes = r"(?<![-\w])(margin|padding|border|inset)-(left|right|top|bottom)\s*:"
    sided = re.compile(boxes + r"|(?<![-\w])(left|right)\s*:|text-align:\s*(left|right)|float:")
    css = [path for path in files() if path.suffix == ".css"]
    assert {str(path): found.group() for path in css if (found := sided.search((HERE / path).read_text()))} == {}
