"""The checker (axe) at a page in a real browser: it has to be at hand there as a script, with `bypass_csp=True`."""

from playwright.sync_api import Page

EVERY_VIEW = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
ACROSS = ([(390, "light"), (1280, "dark")], [(390, "dark"), (1280, "light")])
"""Each width and each light once: rules about the lay-out meet both widths, rules about colours both lights."""
AT_ONCE = "*, *::before, *::after { transition: none !important; }"
"""A colour on its way from light to dark is no colour of the page."""
AXE = """() => axe.run({ resultTypes: ["violations"], preload: false, selectors: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)))"""


def views_of(turn: int) -> list[tuple[int, str]]:
    """For one of many pages. The next one is seen in the two others, so that what stands on every page is seen in all four."""
    return ACROSS[turn % 2]


def found(page: Page, width: int, scheme: str) -> list[str]:
    """What the checker says of the page in this view, and whether it is wider than the window."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    wide = page.evaluate("document.documentElement.scrollWidth")
    said: list[str] = page.evaluate(AXE)
    return said + ([f"{wide} wide"] if wide > width else [])
