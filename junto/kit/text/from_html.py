"""HTML from elsewhere (an import, a mail) to Markdown, which then passes the same door as everything people type here."""

import re
from urllib.parse import urlsplit

import nh3
from bs4 import Tag
from django.utils.translation import gettext as _
from markdownify import ATX, MarkdownConverter

from junto.kit.text.addresses import SCHEMES, may_lead_to
from junto.kit.text.clean import LONGEST, TooLong
from junto.kit.text.code import LANGUAGES

LONGEST_HTML = 10 * LONGEST
DEEPEST = 60
MOST_TAGS = 6_000
TAGS = frozenset({
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre",
    "code", "kbd", "samp", "em", "i", "strong", "b", "s", "del", "strike", "a", "img", "br", "hr", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "sub", "sup", "details", "summary", "figure", "figcaption", "q",
})  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "pre": {"class"}, "code": {"class"}, "blockquote": {"class"}}
_CLEANER = nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)
_ANY_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_HALF = re.compile("[\ud800-\udfff]")  # half characters, which no parser takes
_ENDLESS = frozenset({"br", "hr", "img"})
_MARKUP = re.compile(r"[\\`*\[\]]|~~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^(\s*)(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-=]+\s*$)")
_LINE_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_LANGUAGE = re.compile(r"(?:lang|language|highlight-source)-([\w+#.-]+)")
_FENCE = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_UNTOLD = frozenset({"enter image description here", "enter link description here", "alt text", "image description"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def from_html(html: str) -> str:
    """Markdown source that reads like the HTML, without scripts, styles and unknown elements. `render` shows it like any other text.

    Raises TooLong for HTML of which no text short enough can come.
    """
    if len(html) > LONGEST_HTML:
        raise TooLong(len(html))
    known = _CLEANER.clean(_HALF.sub("", html))
    if _is_tangled(known):
        return nh3.clean(known, tags=set()).strip()
    return _Converter(heading_style=ATX, bullets="-", wrap=True, wrap_width=None).convert(f"<div>{known}</div>").strip()


def _is_tangled(html: str) -> bool:
    """Whether elements nest so deep, or are so many, that walking them would fail or take minutes."""
    depth = deepest = tags = 0
    for end, name in _ANY_TAG.findall(html):
        tags += 1
        depth += 0 if name in _ENDLESS else -1 if end else 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST or tags > MOST_TAGS


def _language(block: Tag) -> str:
    found = _LANGUAGE.search(_said(block, "class") + " " + (_said(block.code, "class") if block.code else ""))
    return found[1] if found and found[1] in LANGUAGES else ""


def _small(text: str, digits: dict[int, int]) -> str:
    """x<sup>2</sup> as x²; words set small as they are, in brackets if they would run into the word before."""
    small = text.translate(digits)
    return small if all(letter not in text for letter in small) else text


class _Converter(MarkdownConverter):
    """What our Markdown says otherwise than the library: line breaks, spoilers, fences, table cells, and as few backslashes as will do."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _MARKUP.sub(r"\\\g<0>", text)
        return _LINE_NUMBER.sub(r"\1\\\2", _LINE_START.sub(r"\1\\", text))

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if "_inline" in parent_tags else "\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = _address(_said(el, "href"))
        if not address or "_noformat" in parent_tags or not text.strip():
            return text
        if address.startswith("http") and address == text:
            return f"<{address}>"
        return f"[{_telling(text.strip(), address)}]({address})"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = _address(_said(el, "src"))
        words = self.escape(_telling(" ".join(_said(el, "alt").split()), address), parent_tags)
        return f"![{words}]({address})" if address else words

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        code = el.get_text().strip("\n")
        longest = max((len(fence) for fence in _FENCE.findall(code)), default=2)
        fence = "`" * (longest + 1)
        return f"\n\n{fence}{_language(el)}\n{code}\n{fence}\n\n" if code.strip() else ""

    def convert_blockquote(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags or not text.strip():
            return f" {text.strip()} "
        spoiler = f"**{_('Spoiler')}:** " if "spoiler" in _said(el, "class") else ""
        lines = (spoiler + text.strip()).split("\n")
        return "\n\n" + "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        cell = _UNESCAPED_BAR.sub(r"\\|", " ".join(text.split()))
        return f" {cell} |"

    convert_th = convert_td

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n" if text.strip() else ""

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n{text.strip()}\n"

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _small(text, _RAISED)

    def convert_sub(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _small(text, _LOWERED)

    def convert_strike(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = text.strip()
        return text.replace(words, f"~~{words}~~", 1) if words else text


def _said(element: Tag, attribute: str) -> str:
    value = element.get(attribute) or ""
    return value if isinstance(value, str) else " ".join(value)


def _telling(words: str, address: str) -> str:
    """The words, unless an editor put them there and nobody wrote others; then the name of the machine it leads to."""
    if words.casefold() not in _UNTOLD:
        return words
    return urlsplit(address.strip("<>")).hostname or ""


def _address(given: str) -> str:
    """The address as it can stand in a Markdown link, or '' where no link may lead."""
    address = given.strip().replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    if not address or not may_lead_to(address) or not address.isprintable():
        return ""
    return f"<{address}>" if any(letter in address for letter in "()\\*_[]`") else address
