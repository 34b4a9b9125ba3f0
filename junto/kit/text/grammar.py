"""How a text is understood: CommonMark with tables, strikethrough, bare addresses and mentions; HTML is only text."""

import re

from django.utils.html import escape
from markdown_it import MarkdownIt
from markdown_it.token import Token

from junto.kit.text.addresses import mail_address, may_lead_to, web_address
from junto.kit.text.clean import LONGEST
from junto.kit.text.code import code_html
from junto.kit.text.mentions import mention, mention_html

DEEPEST = 20
MOST_LINES = 4_000
MOST_BRACKETS = 5_000
MOST_CELLS = 10_000
MOST_OF_ADDRESSES = 4 * LONGEST
_TABLE_RULE = re.compile(r"^[ \t>|:-]++$", re.MULTILINE)


def read(source: str) -> list[Token]:
    """The tokens of a clean text. A text of a shape that would take seconds or megabytes is one token: shown as it was typed, nothing lost."""
    if _would_take_long(source):
        return [_as_typed(source)]
    tokens = MARKDOWN.parse(source, {})
    return [_as_typed(source)] if _outgrows(tokens) else tokens


def _would_take_long(source: str) -> bool:
    """Nested quotes are read again for every line, unclosed brackets for every bracket, and short table rows are filled up to the widest."""
    lines = source.count("\n")
    if lines > MOST_LINES or source.count("[") > MOST_BRACKETS:
        return True
    widest = max((rule.count("|") for rule in _TABLE_RULE.findall(source)), default=0) if "|" in source else 0
    return widest * lines > MOST_CELLS


def _outgrows(tokens: list[Token]) -> bool:
    """Whether boxes nest so deep that Markdown leaves their content out, or one long address, named once, is repeated without end."""
    inside = [child for token in tokens for child in token.children or () if child.attrs]
    length = sum(len(str(value)) for token in inside for value in token.attrs.values())
    return length > MOST_OF_ADDRESSES or any(token.level >= DEEPEST - 1 for token in tokens)


def _as_typed(source: str) -> Token:
    return Token("as_typed", "pre", 0, content=source)


def _as_typed_html(tokens: list[Token], at: int, options: object, env: object) -> str:
    return f'<pre class="as-typed" dir="auto" tabindex="0">{escape(tokens[at].content)}</pre>\n'


def _table_open_html(tokens: list[Token], at: int, options: object, env: object) -> str:
    """A wide table scrolls in a box of its own, by keyboard too, and the page does not."""
    return f'<div class="wide" tabindex="0"><table dir="{tokens[at].attrs["dir"]}">\n'


def _build() -> MarkdownIt:
    options = {"html": False, "breaks": True, "xhtmlOut": False, "maxNesting": DEEPEST}
    markdown = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    markdown.validateLink = may_lead_to
    markdown.inline.ruler.before("link", "mention", mention)
    markdown.inline.ruler.push("web_address", web_address)
    markdown.inline.ruler.push("mail_address", mail_address)
    rules = {"mention": mention_html, "fence": code_html, "code_block": code_html, "as_typed": _as_typed_html}
    rules |= {"table_open": _table_open_html, "table_close": lambda *_: "</table></div>\n"}
    markdown.renderer.rules |= rules
    return markdown


MARKDOWN = _build()
