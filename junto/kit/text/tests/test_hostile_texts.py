"""Texts written to do harm: nothing of them runs, and none keeps others waiting."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junto.kit.text import LONGEST, excerpt, render
from junto.kit.text.from_html import from_html
from junto.kit.text.tests.reading import assert_harmless
from tests.shared import DATA, needs_shared

EVERYWHERE = "{}\n\n[a]({})\n\n![a](/files/{})\n\n<{}>\n\n[b]\n\n[b]: {}\n\n@[{}](person:7)\n\n```{}\n{}\n```"
HTML_EVERYWHERE = "{}<p>{}</p><a href='{}'>a</a><img src=\"{}\" alt='{}'><pre class='lang-{}'>{}"
PARTS = 4
MARKUP = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "*",
        "_",
        "`",
        "~",
        "#",
        "!",
        "|",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "    ",
        "\\",
        "&",
        ";",
        ":",
        "/",
        '"',
        "'",
        "=",
        "@",
    ]
    + [
        "javascript:",
        "data:",
        "https://a.b",
        "//",
        "/files/",
        "(person:7)",
        "@[A]",
        "a@b.cd",
        "```py\n",
        "<script>",
        "<img src=x onerror=y>",
        "&#x6a;",
    ]
    + ["a", " ", "é", "\u0301", "\u202e", "水", "ש", "\x00", "|-|\n", "[ ] "]
)


def hostile_strings(part: int) -> list[str]:
    naughty = json.loads((DATA / "hostile" / "naughty-strings.json").read_text())
    return (naughty + (DATA / "hostile" / "xss.txt").read_text().splitlines())[part::PARTS]


HARM = [
    "<script>",
    "<a href=' java\nscript:x'>",
    "<a href='java%73cript:x'>",
    "<p onclick=x>",
    "<p style=x>",
    "<img src=//a.b/c>",
    "<!-- a -->",
]


@pytest.mark.parametrize("html", HARM)
def test_the_check_itself_notices_what_could_do_harm(html):
    with pytest.raises(AssertionError):
        assert_harmless(html)


@needs_shared
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_of_a_hostile_string_can_run(part):
    for string in hostile_strings(part):
        assert_harmless(render(EVERYWHERE.replace("{}", string), people={7: string}).html)


@needs_shared
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_of_a_hostile_string_can_run_when_it_comes_as_html(part):
    for string in hostile_strings(part):
        assert_harmless(render(from_html(HTML_EVERYWHERE.replace("{}", string))).html)


@given(st.lists(MARKUP, max_size=60).map("".join))
def test_no_mixture_of_markup_gets_past_the_door(source):
    done = render(source, people={7: "<b>"})
    assert_harmless(done.html)
    excerpt(done.plain)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_text_can_be_rendered(text):
    assert_harmless(render(text).html)


@given(
    st.lists(
        MARKUP | st.sampled_from(["<p>", "<b>", "</b>", "<table><tr><td>", "<li>", "<pre>", "</p>", "<a href=", "<br>"]), max_size=40
    ).map("".join)
)
def test_every_html_becomes_a_text_that_can_be_rendered(html):
    assert_harmless(render(from_html(html)).html)


def filled(piece: str) -> str:
    return (piece * LONGEST)[: LONGEST - 1] + "."


PIECES = [
    "[",
    "![",
    "](",
    "[a](",
    "[a][",
    "*",
    "**a ",
    "*_",
    "_a __a ",
    "`",
    "``` `",
    ">",
    "> a\n",
    "- ",
    "1. a\n",
    "#",
    "|",
    "a|",
    "<",
    "<a ",
    "&",
    "\\",
    "~~a ",
]
PIECES += [
    "://",
    "http://",
    "https://a.b/((",
    "mailto:",
    "a@",
    "a@a.aa ",
    ":",
    "@[a](person:7)",
    "\u0301\u0316",
    "水",
    "ש ",
    "- - - - a\n",
    "[a]: b\n",
    "```py\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_page_a_repeated_shape_makes_is_bounded(piece):
    done = render(filled(piece))
    assert_harmless(done.html)
    assert len(done.html) <= 20 * LONGEST


def test_one_long_address_used_again_and_again_does_not_make_megabytes():
    done = render(f"[a]: /{'x' * 1900}\n\n" + "[a]" * 4_000)
    assert "as-typed" in done.html
    assert len(done.html) < 2 * LONGEST


COSTLY = {
    "quotes in quotes, read again for every line": ">" * 30 + "a\n" * 6_100,
    "a table filled up to its widest row": "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "a\n" * 100,
    "brackets that never close": "[" * 5_100,
    "boxes too deep to be shown": "> " * 30 + "the point",
    "lists too deep to be shown": "\n".join("  " * depth + "- a" for depth in range(30)) + " the point",
}


@pytest.mark.parametrize("source", COSTLY.values(), ids=COSTLY.keys())
def test_a_shape_that_would_cost_much_is_shown_as_it_was_typed(source):
    done = render(source)
    assert done.html.startswith('<pre class="as-typed" dir="auto" tabindex="0">')
    assert done.plain == source.strip()
    assert_harmless(done.html)


HONEST = """## Step

We *rinsed* the [valve](https://example.org/valve), see `log`, and it held.

- one
- two

> quoted
> again

| before | after |
|--------|-------|
| 0.4    | 2.0   |

"""


def test_a_long_honest_text_is_rendered_like_any_other():
    source = HONEST * (LONGEST // len(HONEST))
    found = render(source).html
    assert "as-typed" not in found
    assert found.count("<h4") == found.count("<table") == LONGEST // len(HONEST)
