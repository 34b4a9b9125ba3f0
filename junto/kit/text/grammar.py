"""How a text is understood: CommonMark with tables, strikethrough, bare addresses and mentions; HTML is only text."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from junto.kit.text.addresses import mail_address, may_lead_to, web_address
from junto.kit.text.clean import LONGEST
from junto.kit.text.elements import Elements
from junto.kit.text.mentions import mention

DEEPEST = 20
MOST_LINES = 6_000
MOST_BRACKETS = 5_000
MOST_CELLS = 10_000
MOST_OF_ADDRESSES = 4 * LONGEST
_TABLE_RULE = re.compile(r"^[ \t>|:-]++$", re.MULTILINE)


def read(source: str) -> list[Token]:
    """The tokens of a clean text. One of a shape that would take seconds or megabytes is a single token: shown as typed, nothing lost."""
    if _would_take_long(source):
        return [_as_typed(source)]
    tokens = MARKDOWN.parse(source, {})
    return [_as_typed(source)] if _outgrows(tokens) else tokens


def _would_take_long(source: str) -> bool:
    """Nested quotes are read again for every line, open brackets for every bracket, and short table rows are filled up to the widest."""
    if source.count("\n") > MOST_LINES or source.count("[") > MOST_BRACKETS:
        return True
    return "|" in source and sum(_cells(source, rule) for rule in _TABLE_RULE.finditer(source)) > MOST_CELLS


def _cells(source: str, rule: re.Match[str]) -> int:
    """How many cells the table gets whose head stands above this rule, if it is one."""
    end = source.find("\n\n", rule.end())
    return rule[0].count("|") * source.count("\n", rule.end(), end if end >= 0 else len(source))


def _outgrows(tokens: list[Token]) -> bool:
    """Whether boxes nest so deep that Markdown leaves their content out, or one long address, named once, is repeated without end."""
    inside = [child for token in tokens for child in token.children or () if child.attrs]
    length = sum(len(str(value)) for token in inside for value in token.attrs.values())
    return length > MOST_OF_ADDRESSES or any(token.level >= DEEPEST - 1 for token in tokens)


def _as_typed(source: str) -> Token:
    return Token("as_typed", "pre", 0, content=source)


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return may_lead_to(url)


def _build() -> MarkdownIt:
    options = {"html": False, "breaks": True, "xhtmlOut": False, "maxNesting": DEEPEST}
    markdown = _Markdown("commonmark", options, renderer_cls=Elements).enable(["table", "strikethrough"])
    markdown.inline.ruler.before("link", "mention", mention)
    markdown.inline.ruler.push("web_address", web_address)
    markdown.inline.ruler.push("mail_address", mail_address)
    return markdown


MARKDOWN = _build()
