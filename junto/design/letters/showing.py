"""A letter as a page of this Junto, which allows no style in an element: each is named and stands in the head."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

from django.http import HttpResponse

STYLED = re.compile(r' style="([^"]*)"')
BODY = re.compile(r"(<body[^>]*>)(.*)(</body>)", re.S)
SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.S)


def shown(html: str) -> HttpResponse:
    """The letter with its styles in the head, under a policy that lets in those and nothing else."""
    numbers: dict[str, int] = {}
    page = BODY.sub(r"\1<main>\2</main>\3", html)
    page = STYLED.sub(lambda found: f' data-look="{numbers.setdefault(found[1], len(numbers))}"', page)
    rules = "".join(f'[data-look="{number}"]{{{unescape(style)}}}' for style, number in numbers.items())
    page = page.replace("<style", f"<style>{rules}</style><style", 1)
    hashes = " ".join(f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" for sheet in SHEET.findall(page))
    return HttpResponse(page, headers={"Content-Security-Policy": f"default-src 'none'; sandbox; style-src {hashes}"})
