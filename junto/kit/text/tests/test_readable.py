"""Plain text keeps what a text is made of: who reads mail without HTML sees what is quoted, listed, code, and where links lead."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junto.kit.text.plain import plain
from junto.kit.text.readable import readable
from junto.kit.text.render import render

CASES = {
    "a quote": ("> Ben said\n> so.\n\nNo.", "> Ben said\n> so.\n\nNo."),
    "a quote in a quote": ("> > deeper\n>\n> up", "> > deeper\n>\n> up"),
    "a list": ("- one\n- two", "- one\n- two"),
    "a list that counts from four": ("4. four\n5. five", "4. four\n5. five"),
    "a list in a list": ("1. one\n   - a\n   - b\n2. two", "1. one\n   - a\n   - b\n2. two"),
    "a quoted list": ("> - a\n> - b", "> - a\n> - b"),
    "code": ("See:\n\n```python\nif x:\n    y()\n```", "See:\n\n    if x:\n        y()"),
    "code in a sentence": ("Use `a  b` here.", "Use `a b` here."),
    "a link": ("See [the manual](https://example.org/a) first.", "See the manual <https://example.org/a> first."),
    "a link in the house": ("See [it](/threads/7/).", "See it <https://house.example/threads/7/>."),
    "a bare address": ("https://example.org/a", "https://example.org/a"),
    "a picture": ("![The valve](/files/ab/)", "The valve <https://house.example/files/ab/>"),
    "a table": ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
    "lines": ("one\ntwo", "one\ntwo"),
    "signs": ("a < b & c > d", "a < b & c > d"),
    "what ends a letter": ("Hello\n\n\\-- \n\nBen", "Hello\n\n--\n\nBen"),
    "nothing": ("", ""),
}


def told(source):
    return readable(render(source).html, lambda address: f"https://house.example{address}" if address.startswith("/") else address)


@pytest.mark.parametrize(("source", "reads"), CASES.values(), ids=CASES)
def test_it_reads_as_it_was_meant(source, reads):
    assert told(source) == reads


def test_somebody_who_is_mentioned_is_a_name_and_no_address():
    html = render("Ask @[Ada](person:1).", people={1: "Ada Okafor"}).html
    assert readable(html) == "Ask @Ada Okafor."


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 \n>-*`.[]()|#_~<&:", max_size=160))
def test_no_word_is_lost_whatever_somebody_writes(source):
    html = render(source).html
    found = iter(readable(html))
    assert all(letter in found for letter in re.sub(r"[^ab1]", "", plain(html)))


@pytest.mark.parametrize("source", ["> " * 40 + "deep", "- a\n" * 8000, "`a` [b](/c) " * 2500, "a\n\n" * 10_000])
def test_the_longest_text_takes_a_moment(source):
    html = render(source[:40_000]).html
    began = time.process_time()
    readable(html)
    assert time.process_time() - began < 1
