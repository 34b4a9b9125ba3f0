"""What is kept of what was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junto.kit.text import LONGEST, TooLong, clean


def test_lines_end_in_one_way():
    assert clean("a\r\nb\rc\u2028d\u2029e\nf") == "a\nb\nc\nd\ne\nf"


def test_letters_have_one_form():
    assert clean("Zu\u0308rich") == "Zürich"


@pytest.mark.parametrize("letter", list("\x00\x08\x1b\x7f\x85\u202e\u202d\u2066\u2069\ufeff\ud800\uffff"))
def test_what_is_invisible_and_misleads_is_gone(letter):
    assert clean(f"a{letter}b") == "ab"


@pytest.mark.parametrize("text", ["a\tb\nc", "\u200fשלום\u200e", "क्‍ष", "👩‍🚒", "می‌خواهم", "   indented"])
def test_what_writing_needs_stays(text):
    assert clean(text) == text


def test_empty_lines_around_a_text_go_and_inside_stay():
    assert clean("\n\n  a\n\nb  \n\n") == "  a\n\nb"


def test_a_heap_of_accents_is_cut_to_what_can_be_put_in_order_quickly():
    assert len(clean("a" + "\u0301\u0316" * 15_000)) <= 31
    assert clean("e\u0301\u0316") == unicodedata.normalize("NFC", "e\u0301\u0316")


def test_a_text_may_be_as_long_as_we_say_and_no_longer():
    assert len(clean("a" * LONGEST)) == LONGEST
    with pytest.raises(TooLong) as told:
        clean("a" * (LONGEST + 1))
    assert "40001" in str(told.value)
    assert "40000" in str(told.value)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_cleaning_a_clean_text_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    once.encode()
