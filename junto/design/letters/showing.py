"""A letter as a page of this Junto, which allows no style in an element: each is named and stands in the head."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

from django.http import HttpResponse

STYLED = re.compile(r' style="([^"]*)"')
SHEET = re.compile(r"<style[^<>]*+>([^<]*+)</style>")
"""A stylesheet of a letter holds no `<`."""


def shown(html: str) -> HttpResponse:
    """The letter with its styles in the head, under a policy that lets in those and nothing else."""
    numbers: dict[str, int] = {}
    page = STYLED.sub(lambda found: f' data-look="{numbers.setdefault(found[1], len(numbers))}"', _in_main(html))
    rules = "".join(f'[data-look="{number}"]{{{unescape(style)}}}' for style, number in numbers.items())
    page = page.replace("<style", f"<style>{rules}</style><style", 1)
    hashes = " ".join(f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" for sheet in SHEET.findall(page))
    return HttpResponse(page, headers={"Content-Security-Policy": f"default-src 'none'; sandbox; style-src {hashes}"})


def _in_main(html: str) -> str:
    """The letter with all that stands in its body in a landmark."""
    head, body, rest = html.partition("<body")
    said, closes, rest = rest.partition(">")
    inside, end, after = rest.rpartition("</body>")
    return f"{head}{body}{said}{closes}<main>{inside}</main>{end}{after}"
