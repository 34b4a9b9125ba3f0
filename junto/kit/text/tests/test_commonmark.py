"""The examples of the CommonMark specification keep their meaning, but for what we do otherwise by rule."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from junto.kit.text import render
from junto.kit.text.tests.reading import SCHEMES, attributes, scheme
from tests.shared import DATA, needs_shared

LOWERED = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}
MEANT = {"href", "title", "start", "src", "alt"}
LEFT_OUT = {
    "HTML is only text": 74,
    "other schemes are no links": 5,
    "bare addresses are links": 4,
    "links without words show their address": 2,
    "no headings without words": 1,
}


class Meaning(HTMLParser):
    """Elements and words in order, without what is only form: line breaks, space between blocks and at the end of code, our attributes."""

    def __init__(self, html: str, lower: dict[str, str]):
        super().__init__(convert_charrefs=True)
        self.lower, self.written, self.inside = lower, "", Counter()
        self.feed(html)
        self.close()
        self.written = re.sub(r"[␣⏎]+(?=\x01/code)", "", self.written)
        self.written = re.sub(r" ?(\x01[^\x02]*\x02) ?", r"\1", re.sub(r"[ \n\t]+", " ", self.written)).strip()

    def handle_starttag(self, tag, attrs):
        kept = {name: value for name, value in attrs if name in MEANT}
        if tag == "img" and not kept["src"].startswith("/files/"):
            self.image(kept)
        elif tag not in ("br", "span", "div"):
            self.inside[tag] += 1
            self.written += f"\x01{self.lower.get(tag, tag)} {sorted(kept.items())}\x02"

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def image(self, image):
        """An image from elsewhere is a link to it; within a link it is its words."""
        link = [("href", image["src"])]
        self.written += image["alt"] if self.inside["a"] else f"\x01a {link}\x02{image['alt'] or image['src']}\x01/a\x02"

    def handle_endtag(self, tag):
        if tag not in ("span", "div"):
            self.inside[tag] -= 1
            self.written += f"\x01/{self.lower.get(tag, tag)}\x02"

    def handle_data(self, data):
        self.written += data.replace(" ", "␣").replace("\n", "⏎") if self.inside["pre"] else data


def examples() -> list[dict[str, str]]:
    return json.loads((DATA / "commonmark-spec.json").read_text())


def left_out(source: str, expected: str, ours: str) -> str:
    """By which rule of ours an example means something else here; '' when it means the same."""
    if MarkdownIt("commonmark").render(source) != MarkdownIt("commonmark", {"html": False}).render(source):
        return "HTML is only text"
    if any(scheme(link.get("href", "")) not in SCHEMES | {""} for link in attributes(expected, "a")):
        return "other schemes are no links"
    if re.search(r"<(h\d)></\1>", expected):
        return "no headings without words"
    if re.search(r"<a [^>]*></a>", expected):
        return "links without words show their address"
    if len(attributes(ours, "a")) > expected.count("<a ") + expected.count("<img "):
        return "bare addresses are links"
    return ""


@needs_shared
def test_examples_keep_their_meaning_and_we_know_which_do_not():
    rules: Counter[str] = Counter()
    for example in examples():
        ours = render(example["markdown"]).html
        rule = left_out(example["markdown"], example["html"], ours)
        rules[rule] += 1
        if not rule:
            assert Meaning(ours, {}).written == Meaning(example["html"], LOWERED).written, example
    assert rules.pop("") >= 565
    assert rules == LEFT_OUT
