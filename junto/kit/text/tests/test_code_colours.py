"""Code in colours that everybody can read."""

import re

import pytest

from junto.config.settings import HOUSE

STYLES = (HOUSE / "kit" / "static" / "text" / "code.css").read_text()
DECLARED = (HOUSE / "design" / "static" / "design" / "tokens.css").read_text()
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", DECLARED))
INKS = sorted(set(re.findall(r"[^-]color: var\(--([\w-]+)\)", STYLES)))
GROUNDS = ["surface", "surface-raised", "surface-sunk"]
TINTS = sorted(set(re.findall(r"background: var\(--([\w-]+)\)", STYLES)))
PAIRS = [(ink, ground) for ink in [*INKS, "ink"] for ground in GROUNDS] + [("ink", tint) for tint in TINTS]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrasts(ink: str, ground: str) -> list[float]:
    """In the light and in the dark theme."""
    pairs = zip(TOKENS[ink].split(", "), TOKENS[ground].split(", "), strict=True)
    lights = (sorted((luminance(one), luminance(other))) for one, other in pairs)
    return [(high + 0.05) / (low + 0.05) for low, high in lights]


def test_only_colours_of_the_house_are_used():
    assert not re.search(r"#[0-9a-f]{3}|rgb|hsl", STYLES)
    assert INKS
    assert set(INKS) <= set(TOKENS)


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_code_holds_its_contrast_in_both_themes(ink, ground):
    assert min(contrasts(ink, ground)) >= 4.5
