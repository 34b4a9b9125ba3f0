"""A text without its markup, and its beginning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junto.kit.text import excerpt, plain, render
from junto.kit.text.line import one_line


def test_plain_text_has_a_line_for_each_block():
    source = (
        "# Head\n\nOne *two*\nthree\n\n- a\n- b\n\n> q\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "```py\nx = '<&>'\n```\n\n![pump](/files/a.png) end"
    )
    assert plain(render(source).html).splitlines() == ["Head", "One two", "three", "a", "b", "q", "a b", "1 2", "x = '<&>'", "pump end"]


def test_plain_text_is_not_markup_even_when_it_looks_like_it():
    assert render("`<b>` &amp; &lt;i>").plain == "<b> & <i>"


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("One\n\ntwo   three") == "One two three"


def test_an_excerpt_is_cut_between_words():
    assert excerpt("The pump stands still, and nobody knows why.", 24) == "The pump stands still…"


@pytest.mark.parametrize("length", [20, 50, 200])
def test_a_text_without_spaces_is_cut_anywhere(length):
    assert excerpt("水泵压力不足请检查阀门" * 50, length) == ("水泵压力不足请检查阀门" * 50)[: length - 1] + "…"


def test_a_cut_leaves_letters_whole():
    assert excerpt("e\u0301" * 30, 20) == "e\u0301" * 9 + "…"
    assert excerpt("👩‍🚒" * 30, 12) == "👩‍🚒" * 3 + "…"


@given(st.text(max_size=400), st.integers(min_value=1, max_value=80))
def test_an_excerpt_is_never_longer_than_asked_and_stands_on_one_line(text, length):
    short = excerpt(text, length)
    assert len(short) <= length
    assert len(short.splitlines()) <= 1


def test_an_accent_without_its_letter_is_no_line():
    """Found by inventing: cut after the first character, a mark was left that nobody sees."""
    assert one_line("\u03000", 1) == ""
    assert one_line("a \u03000", 3) == "a"
