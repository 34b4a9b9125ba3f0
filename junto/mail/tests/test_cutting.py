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
def test_nothing_is_made_up_and_something_is_always_left(words):
    found = cut(words)
    kept = iter(found.whole.split("\n"))
    assert all(any(line == other.rstrip() for other in kept) for line in found.words.split("\n") if line)
    assert bool(found.words.strip()) == bool(words.strip())


@pytest.mark.parametrize("line", ["> quoted", "On 3 May", "From: a", "-- "])
def test_a_hundred_thousand_lines_take_no_more_than_a_moment(line):
    began = time.process_time()
    cut("\n".join([line] * 100_000))
    assert time.process_time() - began < 3
