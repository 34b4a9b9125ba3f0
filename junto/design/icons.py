"""Icons from one set (Lucide), and the few shapes that are ours: the lamp, the states of a question, the wordmark.

The ones that stand in every row or post are drawn once a page (`icon_sheet`) and referred to, because twenty posts
with five icons each would be more icon than text.
"""

import re
from functools import lru_cache
from importlib.resources import files
from zipfile import ZipFile

from django.utils.translation import get_language, gettext_lazy
from markupsafe import Markup, escape

LAMP = '<path d="M5 12a7 7 0 0 1 14 0zM12 12v8m-4 0h8M12 5V3"/>'
OURS = {
    "lamp": LAMP,
    "lamp-lit": '<path d="M5 12a7 7 0 0 1 14 0z" fill="currentColor"/><path d="M12 12v8m-4 0h8M12 5V3"/>',
    "theme": '<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>',
}
ACTS = ("check", "heart", "link", "pencil", "reply", "trash-2")
FRAME = ("bell", "ellipsis", "footprints", "languages", "theme", "users")
"""Those that the frame of a page shows more than once, or a page besides its frame."""
SHEET = frozenset((*ACTS, *FRAME, "lamp", "lamp-lit"))
"""Drawn once a page; each symbol brings its own view box."""
ALONG_THE_LINE = frozenset(
    ("arrow-left", "arrow-right", "chevron-left", "chevron-right", "list", "log-out", "quote", "reply", "send", "undo-2")
)


@lru_cache(maxsize=256)
def _shapes(name: str) -> str:
    if name in OURS:
        return OURS[name]
    whole = re.sub(r"\s+", " ", _set().read(f"{name}.svg").decode()).strip()
    return whole.partition(">")[2].removesuffix("</svg>").replace("> <", "><").strip().replace(" />", "/>")


@lru_cache(maxsize=1)
def _set() -> ZipFile:
    """All drawings. Its list of contents is long: lucide itself reads it again for each icon, which held up the first pages."""
    return ZipFile(str(files("lucide") / "lucide.zip"))


@lru_cache(maxsize=256)
def _opening(name: str, kind: str) -> str:
    turns = " icon-turns" if name in ALONG_THE_LINE else ""
    box = "" if name in SHEET else ' viewBox="0 0 24 24"'
    return f'<svg class="{" ".join(["icon" + turns, kind]).strip()}"{box}'


@lru_cache(maxsize=256)
def _drawn(name: str) -> str:
    return f'<use href="#i-{name}"/>' if name in SHEET else _shapes(name)


def icon(name: str, label: str | None = None, kind: str = "") -> Markup:
    """An icon by its Lucide name, or one of ours. Without a label it stands beside a word and says nothing to a screen reader."""
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(f"{_opening(name, kind)} {said}>{_drawn(name)}</svg>")


@lru_cache(maxsize=1)
def icon_sheet() -> Markup:
    """The shapes of the icons that repeat on a page. Stands once in the page; parts fetched later refer to it too."""
    symbols = "".join(f'<symbol id="i-{name}" viewBox="0 0 24 24">{_shapes(name)}</symbol>' for name in sorted(SHEET))
    return Markup(f'<svg hidden aria-hidden="true">{symbols}</svg>')


STATES = {
    "solved": '<circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-6.5"/>',
    "open": '<circle cx="12" cy="12" r="9"/>',
    "waiting": '<circle cx="12" cy="12" r="9" stroke-dasharray="4 3.4"/>',
    "closed": '<circle cx="12" cy="12" r="9"/><path d="M8.5 12h7"/>',
}


def state(name: str, label: str | None = None) -> Markup:
    """How a question stands: `solved`, `open` (has answers), `waiting` (no answer yet), `closed`. Each has a shape of its own."""
    return _state(name, label, get_language())


@lru_cache(maxsize=256)
def _state(name: str, label: str | None, language: str | None) -> Markup:
    said = label or str(STATE_WORDS[name])
    return Markup(f'<svg class="state state-{name}" viewBox="0 0 24 24" role="img" aria-label="{escape(said)}">{STATES[name]}</svg>')


STATE_WORDS = {
    "solved": gettext_lazy("Solved"),
    "open": gettext_lazy("Open, has answers"),
    "waiting": gettext_lazy("No answer yet"),
    "closed": gettext_lazy("Closed"),
}


def wordmark() -> Markup:
    """The reading lamp, the mark of the house."""
    return Markup(
        '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 13a9 9 0 0 1 18 0z"/>'
        '<path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" d="M12 13v7.5M7.5 20.5h9"/></svg>'
    )
