"""What docs/security promises: the tests and places it names are there, and everything asked is answered once."""

import pytest

from junto.config.quality import answers
from junto.config.quality.answers import Line
from tests.shared import needs_shared


def test_the_pages_name_only_what_there_is():
    assert answers.problems() == []


@needs_shared
def test_the_standard_stands_where_it_is_looked_for():
    assert answers.STANDARD.exists()


WRONG = ("tests/shared.py::test_nothing", "by hand", "tests/gone.py::test_x")


@pytest.mark.parametrize("said", [*(f"test: {test}" for test in WRONG), "place: somewhere", "place: junto/nowhere.py", "hopefully"])
def test_a_promise_that_is_not_kept_is_noticed(said):
    assert list(answers._of_items([Line(["V1.1.1"], said)]))


def test_an_item_answered_twice_is_noticed():
    assert list(answers._of_items([Line(["V1.1.1", "V1.1.2"], "gap: yes"), Line(["V1.1.1"], "gap: no")]))
