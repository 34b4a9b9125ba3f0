"""Lists of addresses as people have them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from junto.spaces.address_lists import MOST_AT_ONCE, decoded, read_addresses


def test_addresses_are_read_from_lines_commas_names_and_tables():
    text = 'ada@example.org, ben@example.org; "Cleo M." <CLEO@example.org>\nMina Sato,mina@example.org,Repairs\nmailto:olga@example.org.\n'
    assert read_addresses(text).addresses == [f"{name}@example.org" for name in ("ada", "ben", "cleo", "mina", "olga")]


def test_what_is_bad_is_named_with_its_line_and_the_others_go():
    found = read_addresses("ada@example.org\nnobody\nben@\n\nben@example.org, eve@nowhere@x")
    assert found.addresses == ["ada@example.org", "ben@example.org"]
    assert [(line.number, line.text, line.reason) for line in found.bad] == [
        (2, "nobody", "no address in it"),
        (3, "ben@", "not an address"),
        (5, "eve@nowhere@x", "not an address"),
    ]


def test_the_headings_of_a_table_are_no_bad_line():
    assert read_addresses("Name;E-Mail\nAda;ada@example.org").bad == []


def test_each_address_is_taken_once_however_it_is_written():
    assert read_addresses("Ada@Example.org\n<ada@example.org>").addresses == ["ada@example.org"]


def test_a_list_that_is_too_long_is_taken_as_far_as_it_goes():
    found = read_addresses("\n".join(f"p{number}@example.org" for number in range(MOST_AT_ONCE + 2)))
    assert len(found.addresses) == MOST_AT_ONCE
    assert [line.number for line in found.bad] == [MOST_AT_ONCE + 1, MOST_AT_ONCE + 2]


def test_files_of_older_office_programmes_can_be_read():
    assert decoded("\ufeffJürgen;j@example.org".encode()) == "Jürgen;j@example.org"
    assert decoded("Jürgen".encode("cp1252")) == "Jürgen"


@given(st.text(alphabet="a@.,;<> \"'\n:-é", max_size=300))
def test_every_line_gives_addresses_or_a_reason(text):
    found = read_addresses(text)
    assert len(set(found.addresses)) == len(found.addresses)
    assert all(line.reason and line.text for line in found.bad)


def test_a_hostile_list_is_read_as_quickly_as_any_other():
    began = time.perf_counter()
    for hostile in ("a" * 200_000, "@" * 200_000, "a@" * 100_000, "<" * 200_000):
        read_addresses(hostile)
    assert time.perf_counter() - began < 2
