"""Which site a dump comes from: dumps do not say, but their texts link to their own questions."""

import re
from collections import Counter
from itertools import islice
from pathlib import Path

from django.utils.text import slugify

from junto.portability.stackexchange.rows import read

LINK = re.compile(r"https?://([a-z0-9.-]+)/questions/(\d+)/([a-z0-9-]+)")
ENOUGH = 50_000


def site_of(folder: Path) -> str:
    """The host whose links name questions of this dump by number and title; nothing when no text tells."""
    titles: dict[str, str] = {}
    links: list[tuple[str, str, str]] = []
    for row in islice(read(folder / "Posts.xml"), ENOUGH):
        titles[row.get("Id")] = slugify(row.get("Title"))
        links += LINK.findall(row.get("Body"))
    told = Counter(host for host, number, slug in links if titles.get(number) and titles[number][:12] == slug[:12])
    return told.most_common(1)[0][0] if told else ""
