"""The text door: whatever is written, the page stays whole, nothing runs, and nobody waits."""

import time
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from junto.kit.text import clean, excerpt, mentioned, render
from junto.kit.text.alone import standing_alone
from junto.kit.text.from_html import from_html
from junto.kit.text.line import one_line
from junto.kit.text.tests.reading import Reader, assert_harmless
from tests.fuzz.letters import writing

PEOPLE = {7: "Ada <b>Okafor</b>", 9: 'Ben "](x)'}
PATIENCE = 3.0
RUNS = {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "template", "link", "meta", "noscript"}


def assert_nothing_runs(html: str) -> None:
    """Judged by a browser's way of reading (another parser than the one that cleaned), and by our own strict list."""
    assert_harmless(html)
    for node in LexborHTMLParser(f"<body>{html}").root.traverse():
        assert node.tag not in RUNS, node.tag
        assert not [name for name in node.attributes if name.startswith("on") or name in ("style", "srcdoc", "formaction")]


def assert_mentions_are_right(source: str, html: str, mentions: tuple[int, ...]) -> None:
    """Who is told is who stands as a link in the text, and nobody who may not be named."""
    linked = [attrs["href"] for tag, attrs in Reader(html).elements if tag == "a" and attrs.get("class") == "mention"]
    assert set(mentions) <= set(PEOPLE) & set(mentioned(source))
    assert set(linked) == {f"/people/{number}/" for number in mentions}


def test_whatever_is_written_is_harmless(rounds):
    @given(writing)
    def holds(source: str) -> None:
        began = time.process_time()
        done = render(source, people=PEOPLE)
        assert time.process_time() - began < PATIENCE
        assert_nothing_runs(done.html)
        assert_mentions_are_right(source, done.html, done.mentions)
        assert clean(clean(source)) == clean(source)
        assert render(clean(source), people=PEOPLE) == done
        assert len(excerpt(done.plain, 50)) <= 51
        assert not set(done.plain) & set("\x00\u202e\u2066\ud800")

    rounds(holds, 120)


def test_whatever_comes_as_html_is_harmless_and_settles(rounds):
    @given(writing)
    def holds(html: str) -> None:
        began = time.process_time()
        source = from_html(html)
        assert time.process_time() - began < PATIENCE
        assert_nothing_runs(render(source).html)

    rounds(holds, 60)


def test_whatever_is_put_on_one_line_stays_there(rounds):
    @given(writing, st.integers(1, 60))
    def holds(text: str, longest: int) -> None:
        line = one_line(text, longest)
        assert len(line) <= longest
        assert len(line.splitlines()) <= 1
        assert one_line(line, longest) == line

    rounds(holds, 100)


def test_only_web_addresses_stand_alone(rounds):
    @given(st.lists(writing, max_size=3).map("\n\nhttps://a.b/c\n\n".join))
    def holds(source: str) -> None:
        for address in standing_alone(source):
            assert urlsplit(address).scheme in ("http", "https")
            assert address in render(source).links

    rounds(holds, 60)
