"""Naming people in a text."""

import pytest

from junto.kit.text import mentioned, render


def test_a_person_who_may_be_named_is_linked_by_the_present_name():
    done = render("Ask @[Ada O.](person:7) first.", people={7: "Ada Okafor"})
    assert '<a class="mention" href="/people/7/">@Ada Okafor</a>' in done.html
    assert done.plain == "Ask @Ada Okafor first."
    assert done.mentions == (7,)


def test_anybody_else_is_a_name_and_nothing_more():
    done = render("Ask @[Eve](person:9) or @[Ada](person:7).", people={7: "Ada"})
    assert done.html.count("<a ") == 1
    assert "@Eve" in done.html
    assert done.mentions == (7,)


def test_a_name_cannot_bring_markup():
    done = render(r"@[<b>\]x&](person:9) @[A](person:7)", people={7: "<img src=x>"})
    assert "@&lt;b&gt;]x&amp; " in done.html
    assert "@&lt;img src=x&gt;" in done.html


def test_who_is_asked_for_is_told_once_each_in_order():
    assert mentioned("@[B](person:8) > @[A](person:7)\n\n- @[B](person:8)\n\n> @[C](person:123)") == (8, 7, 123)


@pytest.mark.parametrize(
    "source",
    [
        "`@[A](person:7)`",
        "```\n@[A](person:7)\n```",
        "    @[A](person:7)",
        "@[A](person:0)",
        "@[A](person:-7)",
        "@[A](person:7e3)",
        "@[](person:7)",
        "@[A](PERSON:7)",
        "@[A] (person:7)",
        r"\@[A](person:7)",
        r"@\[A\](person:7)",
        "@[a\nb](person:7)",
        f"@[A](person:{'7' * 40})",
        "![@[A](person:7)](/files/a.png)",
        "[see @[A](person:7) here](/a)",
    ],
)
def test_what_is_code_or_no_mention_names_nobody(source):
    assert mentioned(source) == ()
    assert "mention" not in render(source, people={7: "Ada"}).html


def test_a_mention_inside_a_link_is_only_a_name_in_it():
    assert '<a href="/a">see @A here</a>' in render("[see @[A](person:7) here](/a)", people={7: "Ada"}).html


def test_a_mention_may_stand_within_emphasis_and_tables():
    assert mentioned("**@[A](person:7)**\n\n| a |\n|---|\n| @[B](person:8) |") == (7, 8)
