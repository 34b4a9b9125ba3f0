"""How single elements are written as HTML where Junto does it otherwise than Markdown does."""

from collections.abc import Sequence

from django.utils.html import escape
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from junto.kit.text.code import Colours


class Elements(RendererHTML):
    """Writes tokens as HTML. `env` holds `people`, who may be named with a link, and `colours`, for the code of this text."""

    def mention(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A link with the present name of a person who may be mentioned; of anybody else the name that was typed."""
        number = tokens[idx].meta["person"]
        name = env["people"].get(number)
        return f"@{escape(tokens[idx].content)}" if name is None else f'<a class="mention" href="/people/{number}/">@{escape(name)}</a>'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A block of code, which is reached and scrolled by keyboard too."""
        colours: Colours = env["colours"]
        language = tokens[idx].info.strip().partition(" ")[0].lower()
        return f'<pre class="code" dir="auto" tabindex="0"><code>{colours.of(tokens[idx].content, language)}</code></pre>\n'

    code_block = fence

    def as_typed(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A whole text as it was typed."""
        return f'<pre class="as-typed" dir="auto" tabindex="0">{escape(tokens[idx].content)}</pre>\n'

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A wide table scrolls in a box of its own, by keyboard too, and the page does not."""
        return f'<div class="wide" tabindex="0"><table dir="{tokens[idx].attrs["dir"]}">\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of the table and its box."""
        return "</table></div>\n"
