"""Nothing anybody can type makes search fail, on either database."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search import seen
from junto.search.query import read
from junto.search.tests.looking import look
from junto.search.words import tokens
from junto.search.writing import words_of

SIGNS = [
    *("'", '"', '""', '"""', "*", "a*", "(", ")", "(()", "-", "--", "-x", ":", "::", "in:", "-in:", '-"', "^", "{", "}", "title:"),
    *("marks:kind_person", "AND", "OR", "NOT", "NEAR", "&", "|", "!", "<->", "a:*", ":*", "\\", "\\'", "a\\b", "%s", "%", "%%", "🔥"),
    *("👩\u200d🔧", "ﷺ", "½", "⑴", "㍿", "İ", "ß", "ǆ", "before:0001", "after:9999-12-31", "before:0000", "after:99999999", "12.34.5678"),
    *("before:١٢٣٤", "after:2026-02-30"),
]
HOSTILE = [
    *SIGNS,
    *(
        "a AND",
        "OR b",
        "NEAR(a b)",
        "a NOT b",
        "NOT NOT",
        "pump AND (",
        '"pump',
        'pump"',
        "a & b | !c",
        "- -",
        "'; DROP TABLE document; --",
    ),
    *("\x00", "a\x00b", "\u202epump", "\u200b", "\ufeff", "\ud800", "e\u0301", "\u0301", "/" * 300, "-" * 500, "?" * 100),
    *("a" * 100_000, "a " * 50_000, "压" * 100_000, '"a ' * 1000, "is:solved " * 1000, "topic:x " * 60, "by:a " * 50),
]
PATHS = ["/search/", "/search/finds/", "/search/similar/", "/search/go/"]
LETTERS = st.text(st.one_of(st.characters(), st.sampled_from("\"'-:*()aeis ptümpe压力\u0301\u0000")), max_size=60)


@pytest.fixture
def reader(question: Thread, answer: Post, signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]) -> Client:
    work_done()
    return signed_in(eve)


@pytest.mark.parametrize("path", PATHS)
def test_signs_of_every_query_language_are_only_signs(reader: Client, path: str) -> None:
    for words in HOSTILE:
        look(reader, words.encode("utf-8", "replace").decode(), path, title=words.encode("utf-8", "replace").decode())


@given(written=LETTERS, language=st.sampled_from(["en", "de", "fr", "ja", "tr", "xx", ""]))
def test_the_index_is_given_words_and_nothing_else(written: str, language: str) -> None:
    for word in words_of(written, language):
        assert word
        assert not set(word) & set("\"'\\ ()&|!<>*:\t\n")


@given(typed=LETTERS)
def test_what_was_read_can_be_read_again(typed: str) -> None:
    once = read(typed)
    assert read(once.text).text == once.text
    assert len(once.text) <= 400


@given(typed=LETTERS)
def test_taking_a_filter_out_takes_nothing_else(typed: str) -> None:
    asked = read(f"{typed} is:solved")
    for part in asked.filters:
        assert len(read(asked.without(part)).parts) == len(asked.parts) - 1


@given(written=LETTERS)
def test_every_word_stands_where_it_says(written: str) -> None:
    for token in tokens(written):
        assert token.pieces
        assert 0 <= token.start < token.end <= len(written)


@given(token=st.one_of(st.text(max_size=80), st.binary(max_size=60).map(lambda raw: raw.hex())))
def test_a_broken_link_shows_the_first_page(token: str) -> None:
    assert isinstance(seen.read(token), list)


@given(addresses=st.lists(st.integers(1, 10**9).map(lambda number: f"thread:{number}"), max_size=200))
def test_what_was_shown_is_remembered(addresses: list[str]) -> None:
    assert seen.read(seen.write(addresses)) == addresses
    assert len(seen.write(addresses)) < 4000


def test_strings_that_break_software(reader: Client) -> None:
    folder = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostile" / "naughty-strings.json"
    strings = json.loads(folder.read_text()) if folder.exists() else HOSTILE
    for words in strings[::3]:
        html = look(reader, words)
        assert "<script>alert" not in html
