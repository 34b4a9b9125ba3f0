"""What is left of a mail: the words somebody wrote. The corpus is made up by us, after what real mail programs put around them."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junto.mail.incoming.cutting import cut
from junto.mail.incoming.letter import Letter

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.eml"))


@pytest.mark.parametrize("mail", CORPUS, ids=lambda path: path.stem)
def test_of_every_mail_the_words_of_its_author_are_left(mail):
    assert cut(Letter(mail.read_bytes()).words).words == mail.with_suffix(".kept").read_text().rstrip("\n")


def test_there_are_enough_of_them():
    assert len(CORPUS) >= 40


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_it_does_not_matter_how_lines_end(ends):
    raw = CORPUS[0].read_bytes().replace(b"\n", ends.encode())
    assert cut(Letter(raw).words).words == CORPUS[0].with_suffix(".kept").read_text().rstrip("\n")


@settings(max_examples=40)
@given(st.text(alphabet="ab:>-_ \n", max_size=300))
def test_nothing_is_made_up_and_what_may_be_meant_is_left(words):
    found = cut(words)
    kept = iter(found.whole.split("\n"))
    assert all(any(line == other.rstrip() for other in kept) for line in found.words.split("\n") if line)
    may_be_meant = any(line.strip() and not line.lstrip().startswith(">") for line in words.split("\n")) and "--" not in words
    assert bool(found.words.strip()) or not may_be_meant


@pytest.mark.parametrize("line", ["> quoted", "On 3 May", "From: a", "-- "])
def test_a_hundred_thousand_lines_take_no_more_than_a_moment(line):
    began = time.process_time()
    cut("\n".join([line] * 100_000))
    assert time.process_time() - began < 3


@pytest.mark.parametrize("below", ["", "\n\n-- \nBen\nPumps Ltd", "\n\nSent from my iPhone"])
def test_a_quotation_alone_says_nothing(below):
    wrote = "\n\nOn 3 May 2026 at 10:15, Junto <junto@example.org> wrote:\n\n> It stands at 2 bar.\n> No leak.\n"
    assert cut(wrote + below).words == ""
    assert cut(f"Look there.{wrote}{below}").words == "Look there."
    assert "The left one." in cut(f"{wrote}The left one.{below}").words


def test_what_stands_below_two_dashes_is_kept_when_it_is_long():
    assert cut("--\n" + "A step.\n" * 40).words
