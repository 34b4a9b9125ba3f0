"""What people type, and what a page shows of it."""

import pytest

from junto.kit.text import VERSION, render
from junto.kit.text.tests.reading import assert_harmless, attributes


def html(source: str, **people: str) -> str:
    return render(source, people={int(number[1:]): name for number, name in people.items()}).html


def test_a_new_line_is_a_new_line_as_in_a_mail():
    assert html("one\ntwo") == '<p dir="auto">one<br>\ntwo</p>\n'


def test_headings_stay_below_the_one_of_the_page():
    found = html("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f")
    assert [found.count(f"<h{level}") for level in range(1, 7)] == [0, 0, 1, 1, 1, 3]


def test_a_heading_without_words_is_not_announced():
    assert html("#\n\nwords").strip() == '<p dir="auto">words</p>'


def test_html_is_only_text():
    found = html("<b>x</b> <script>alert(1)</script>\n\n<div onclick=go>\n\n<!-- a -->")
    assert "<b>" not in found
    assert "<script" not in found
    assert "&lt;div onclick=go&gt;" in found


def test_a_link_outside_tells_nobody_where_it_was_followed_from():
    assert attributes(html("[a](https://example.org)"), "a") == [{"href": "https://example.org", "rel": "nofollow noopener noreferrer"}]


def test_a_link_inside_the_house_is_just_a_link():
    assert attributes(html("[a](/threads/7/)"), "a") == [{"href": "/threads/7/"}]


@pytest.mark.parametrize("address", ["//example.org/a", "HTTPS://example.org", "mailto:a@example.org"])
def test_an_address_that_leaves_the_house_in_disguise_counts_as_outside(address):
    assert attributes(html(f"[a](<{address}>)"), "a")[0]["rel"]


@pytest.mark.parametrize(
    "address", ["javascript:go()", "JaVaScRiPt:go()", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "person:7", "a-b:c"]
)
def test_what_could_run_is_no_link(address):
    assert attributes(html(f"[a]({address}) <{address}> ![a]({address})\n\n[b]\n\n[b]: {address}"), "a") == []


def test_a_link_without_words_shows_its_address():
    assert html("[](https://example.org)").count("https://example.org") == 2
    assert html("[![](https://example.org/b.png)](/a)") == '<p dir="auto"><a href="/a">/a</a></p>\n'
    assert ">\u200b/b</a>" in html("[\u200b](/b)")


def test_a_backslash_does_not_lead_out_of_the_house():
    assert attributes(html("[a](</\\example.org>)"), "a") == [{"href": "/%5Cexample.org"}]


def test_an_image_of_ours_is_shown():
    assert attributes(html('![The pump](/files/3/pump.png "Before")'), "img") == [
        {"src": "/files/3/pump.png", "alt": "The pump", "title": "Before", "loading": "lazy"}
    ]


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "//example.org/a.png", "/files/../account/logout/", "/files.png", "a.png"]
)
def test_an_image_from_elsewhere_becomes_a_link_to_it(address):
    found = html(f"![The pump]({address})")
    assert "<img" not in found
    assert attributes(found, "a")[0]["href"] == address
    assert ">The pump</a>" in found


def test_a_picture_in_a_link_from_elsewhere_is_one_link():
    found = html("[![The pump](https://example.org/a.png)](https://example.org/b)")
    assert [link["href"] for link in attributes(found, "a")] == ["https://example.org/b"]


def test_tasks_in_a_list_show_whether_they_are_done():
    found = html("- [ ] rinse\n- [x] test\n- [link](/a)\n\n[x] no list")
    assert "☐ rinse" in found
    assert "☑ test" in found
    assert "[x] no list" in found


def test_columns_keep_their_sides_without_inline_style():
    found = html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert "style" not in found
    assert [cell["class"] for cell in attributes(found, "td")] == ["to-start", "to-center", "to-end"]


def test_what_may_scroll_is_reached_by_keyboard():
    found = html("| a |\n|---|\n| 1 |\n\n```\ncode\n```")
    assert attributes(found, "div") == [{"class": "wide", "tabindex": "0"}]
    assert attributes(found, "pre")[0]["tabindex"] == "0"


def test_a_head_cell_without_words_is_a_plain_cell():
    found = html("|  | b |\n|--|---|\n| 1 | 2 |")
    assert found.count("<th ") == 1


def test_right_to_left_text_reads_right_and_its_list_has_its_bullets_on_the_right():
    found = html("- שלום\n- a\n\nhello\n\n> مرحبا\n\n1. 42")
    assert attributes(found, "ul") == [{"dir": "rtl"}]
    assert [item["dir"] for item in attributes(found, "li")] == ["rtl", "ltr", "auto"]
    assert attributes(found, "blockquote") == [{"dir": "rtl"}]
    assert attributes(found, "ol") == [{"dir": "auto"}]
    assert {line["dir"] for line in attributes(found, "p")} == {"auto"}


def test_code_is_coloured_by_classes():
    found = html("```python\ndef f(): return 1\n```")
    assert '<span class="k">def</span>' in found
    assert_harmless(found)


@pytest.mark.parametrize("opening", ["```", "```klingon", "```{r, echo=false}", "``` "])
def test_code_in_a_language_we_do_not_know_is_plain(opening):
    assert "<code>def f()\n</code>" in html(f"{opening}\ndef f()\n```")


def test_code_that_could_keep_others_waiting_is_plain():
    assert "<span" not in html("```java\n" + "a b " * 60 + "\n```")
    assert "<span" not in html("```java\n" + "a\n" * 300 + "\n```")
    several = html("\n\n".join(["```java\n" + "int a;\n" * 200 + "```"] * 9))
    assert several.count("<pre") == 9
    assert 200 <= several.count("int</span>") <= 800


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("(https://example.org/Pump_(hand))", "https://example.org/Pump_(hand)"),
        ("see https://example.org/?a=1&b=2, then", "https://example.org/?a=1&b=2"),
        ("**https://example.org/a**", "https://example.org/a"),
        ("见https://example.org/路。", "https://example.org/%E8%B7%AF"),
        ("HTTP://EXAMPLE.org", "HTTP://EXAMPLE.org"),
        ("write to ada.o+x@mail.example.org!", "mailto:ada.o+x@mail.example.org"),
    ],
)
def test_a_bare_address_is_a_link(text, address):
    assert [link["href"] for link in attributes(html(text), "a")] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "`https://example.org`",
        "https://",
        "xhttps://example.org",
        "a@b",
        "ada@",
        "@example.org",
        "settings.py",
        "12:30",
        "https://[::",
        "ssh://a.b",
    ],
)
def test_what_only_looks_like_an_address_stays_text(text):
    assert attributes(html(text), "a") == []


def test_a_bare_address_inside_a_link_does_not_end_it():
    assert [link["href"] for link in attributes(html("[see https://example.org/x](https://example.org/y)"), "a")] == [
        "https://example.org/y"
    ]


def test_the_addresses_a_text_leads_to_are_told_once_each():
    assert render("[a](/b) [c](/b) https://example.org ![d](https://example.org/e.png)").links == (
        "/b",
        "https://example.org",
        "https://example.org/e.png",
    )


def test_a_text_knows_which_renderer_made_it():
    assert render("a").version == VERSION


def test_the_empty_text_renders_to_nothing():
    assert render(" \n\n ").html == ""
