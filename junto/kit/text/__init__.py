"""Text people write: Markdown in, safe HTML and plain words out. Everything that shows a person's text comes through here.

`from_html` stands apart in its own module: it brings an HTML parser, a sixth of a second at every start, that only an import needs.
"""

from junto.kit.text.clean import LONGEST, TooLong, clean
from junto.kit.text.plain import excerpt, plain
from junto.kit.text.render import VERSION, Rendered, mentioned, named_by_hand, render

__all__ = ["LONGEST", "VERSION", "Rendered", "TooLong", "clean", "excerpt", "mentioned", "named_by_hand", "plain", "render"]
