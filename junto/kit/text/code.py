"""Code in a text: coloured by classes (the content policy forbids inline style), in the languages people at work share."""

from functools import cache

from django.utils.html import escape
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES

MOST_COLOURED = 5_000  # in one text; the worst shape we know, in Java, takes 0.8 s
MOST_LINES = 250
WIDEST_LINE = 200
CLASSES = frozenset(name for name in STANDARD_TYPES.values() if name)
LANGUAGES = frozenset({
    "bash", "c", "c#", "c++", "cpp", "cs", "csharp", "css", "diff", "docker", "dockerfile", "go", "golang", "graphql", "html", "ini",
    "java", "javascript", "js", "json", "json5", "jsx", "kotlin", "lua", "make", "makefile", "nginx", "objective-c", "perl", "php",
    "powershell", "proto", "protobuf", "ps1", "pwsh", "py", "python", "r", "rb", "ruby", "rust", "rs", "scala", "sh", "shell", "sql",
    "swift", "tcl", "terraform", "hcl", "tf", "toml", "ts", "tsx", "typescript", "vb.net", "vim", "xml", "yaml", "yml", "zsh",
    "console",
})  # fmt: skip
_FORMATTER = HtmlFormatter(nowrap=True)


class Colours:
    """The colouring of one text's code, which ends when it has cost enough."""

    def __init__(self) -> None:
        self._left = MOST_COLOURED

    def of(self, code: str, language: str) -> str:
        """HTML of the code, plain where we do not know the language or colouring could keep others waiting."""
        if language not in LANGUAGES or len(code) > self._left or not _is_quick(code):
            return escape(code)
        self._left -= len(code)
        return str(highlight(code, _lexer(language), _FORMATTER))


def _is_quick(code: str) -> bool:
    """Most lexers take quadratic time for long lines, or for many."""
    lines = code.split("\n")
    return len(lines) <= MOST_LINES and max(map(len, lines)) <= WIDEST_LINE


@cache
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language, stripnl=False, ensurenl=False)
