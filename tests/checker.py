"""The checker (axe) at a page in a real browser: it has to be at hand there as a script, with `bypass_csp=True`."""

from django.db import connection
from playwright.sync_api import Page

EVERY_VIEW = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
VIEWS = EVERY_VIEW if connection.vendor == "sqlite" else [(390, "dark")]
"""The pages are the same on both databases."""
AT_ONCE = "*, *::before, *::after { transition: none !important; }"
"""A colour on its way from light to dark is no colour of the page."""
AXE = """() => axe.run({ resultTypes: ["violations"], preload: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)))"""


def found(page: Page, width: int, scheme: str) -> list[str]:
    """What the checker says of the page in this view, and whether it is wider than the window."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    wide = page.evaluate("document.documentElement.scrollWidth")
    said: list[str] = page.evaluate(AXE)
    return said + ([f"{wide} wide"] if wide > width else [])
