"""Colours of the page for what is drawn outside of it, such as the frame of an installed window."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

COLOUR = re.compile(r"(?<![\w-])--([\w-]++): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


def colour(name: str) -> tuple[str, str]:
    """What a token is in light and in dark."""
    return _colours()[name]


@cache
def _colours() -> dict[str, tuple[str, str]]:
    text = Path(str(finders.find("design/tokens.css"))).read_text()
    return {name: (light, dark) for name, light, dark in COLOUR.findall(text)}
