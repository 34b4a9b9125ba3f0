"""Code in a text: coloured by classes (the content policy forbids inline style), in the languages people at work share."""

from collections.abc import Sequence
from functools import cache

from django.utils.html import escape
from markdown_it.token import Token
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES

LONGEST_COLOURED = 6_000
CLASSES = frozenset(name for name in STANDARD_TYPES.values() if name)
LANGUAGES = frozenset(
    "bash c c# c++ cpp cs csharp css diff docker dockerfile go golang graphql html ini java javascript js json json5 jsx kotlin lua make makefile "
    "nginx objective-c perl php powershell proto protobuf ps1 pwsh py python r rb ruby rust rs scala sh shell sql swift tcl terraform hcl tf toml "
    "ts tsx typescript vb.net vim xml yaml yml zsh console".split()
)
_FORMATTER = HtmlFormatter(nowrap=True)


def code_html(tokens: Sequence[Token], at: int, options: object, env: object) -> str:
    """Render rule: a block of code, which can be reached and scrolled by keyboard."""
    token = tokens[at]
    words = token.info.split(maxsplit=1)
    inside = coloured(token.content, words[0].lower() if words else "")
    return f'<pre class="code" dir="auto" tabindex="0"><code>{inside}</code></pre>\n'


def coloured(code: str, language: str) -> str:
    """HTML of the code; plain where the language is unknown, or the code is so long that colouring could keep others waiting."""
    if language not in LANGUAGES or len(code) > LONGEST_COLOURED:
        return escape(code)
    return highlight(code, _lexer(language), _FORMATTER)


@cache
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language, stripnl=False, ensurenl=False)
