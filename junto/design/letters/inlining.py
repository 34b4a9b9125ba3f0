"""The styles of letters. Many mail programs read no stylesheet, so what is light stands in the elements themselves, made of the tokens
every page is made of; what differs in the dark stands in the head, for those that read it."""

import re
from functools import cache
from pathlib import Path

from css_inline import CSSInliner

HERE = Path(__file__).resolve().parent.parent
TOKENS = HERE / "static" / "design" / "tokens.css"
STYLES = HERE / "templates" / "design" / "letters" / "letter.css"
TOKEN = re.compile(r"^    --([\w-]+): ([^;]+);", re.M)
STYLE_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
BOTH = re.compile(r"light-dark\((#\w+), (#\w+)\)")
USED = re.compile(r"var\(--([\w-]+)\)")
REM = re.compile(r"(?<![\w.])([\d.]++)rem")
PIXELS = 16
"""Mail programs differ in what a rem is."""
DARK = "<!-- dark -->"
KEPT = '<style data-css-inline="keep">:root {color-scheme: light dark} @media (prefers-color-scheme: dark) {%s}</style>'


def inlined(html: str) -> str:
    """The letter with its styles where mail programs look for them."""
    return _inliner().inline(html.replace(DARK, _dark(), 1))


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(extra_css=_styles(r"\1"), load_remote_stylesheets=False)


@cache
def _dark() -> str:
    light, dark = STYLE_RULE.findall(_styles(r"\1")), STYLE_RULE.findall(_styles(r"\2"))
    rules = (_differing(*pair) for pair in zip(light, dark, strict=True))
    return KEPT % "".join(rules)


def _differing(light: tuple[str, str], dark: tuple[str, str]) -> str:
    said = (there.strip() for here, there in zip(light[1].split(";"), dark[1].split(";"), strict=True) if here != there)
    inside = ";".join(f"{each} !important" for each in said)
    return f"{light[0].strip()}{{{inside}}}" if inside else ""


def _styles(side: str) -> str:
    """The stylesheet with every token put in; `side` is which of two colours is meant."""
    tokens = dict(TOKEN.findall(TOKENS.read_text()))
    text = COMMENT.sub("", STYLES.read_text())
    while USED.search(text):
        text = USED.sub(lambda use: tokens[use[1]], text)
    return REM.sub(lambda size: f"{float(size[1]) * PIXELS:g}px", BOTH.sub(side, text))
