"""Text people write: Markdown in, safe HTML and plain words out. Everything that shows a person's text comes through here."""

from junto.kit.text.clean import LONGEST, TooLong, clean
from junto.kit.text.from_html import from_html
from junto.kit.text.plain import excerpt, plain
from junto.kit.text.render import VERSION, Rendered, mentioned, render

__all__ = ["LONGEST", "VERSION", "Rendered", "TooLong", "clean", "excerpt", "from_html", "mentioned", "plain", "render"]
